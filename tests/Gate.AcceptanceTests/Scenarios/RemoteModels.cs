using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gate.AcceptanceTests.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gate.AcceptanceTests.Scenarios;

/// <summary>Models that run elsewhere, asked by the built command line: only where it says so.</summary>
public sealed partial class RemoteModels
{
    private const string Csv = "x,g,y\n0.9,m,1\n0.8,w,1\n0.2,m,0\n0.1,w,0\n";

    private static string Policy(string model) => $$"""
        version: 1
        name: remote
        task: binary_classification
        data: { source: d.csv, label: y, sensitive: [g] }
        model: {{model}}
        conditions: [{ metric: accuracy, min: 0.9, decide_on: point, evidence: { min_count: 1, min_positives: 0, min_negatives: 0 } }]

        """;

    private static string Page => Path.Combine(Repository.Root, "docs", "models.md");

    [Trait("Writes", "pages")]
    [Fact]
    public void The_scorecard_of_the_page_is_judged_as_the_page_says()
    {
        string text = File.ReadAllText(Page);
        Match shown = Scorecard().Match(text);
        Assert.True(shown.Success);
        using Workspace work = new Workspace().WithCopy(Path.Combine(Repository.Example("mortgage"), "hmda.csv"), "hmda.csv")
            .With("score.awk", shown.Groups["program"].Value).With("gate.yml", shown.Groups["policy"].Value);
        GateOutcome outcome = work.Gate("run", "gate.yml", "--allow-commands");
        Assert.True(outcome.ExitCode is 0 or 1 or 2, outcome.Error);
        Group output = shown.Groups["output"];
        if (Environment.GetEnvironmentVariable("GATE_UPDATE_DOCS") == "1")
            File.WriteAllText(Page, text[..output.Index] + outcome.Output + text[(output.Index + output.Length)..]);
        else Assert.Equal(outcome.Output, output.Value);
    }

    [Theory]
    [InlineData]
    [InlineData("--allow-host", "localhost")]
    [InlineData("--set", "model.command.timeout=5")]
    public void No_program_is_run_that_the_command_line_does_not_allow(params string[] options)
    {
        using Workspace work = new Workspace().With("d.csv", Csv)
            .With("gate.yml", Policy("{ command: { run: [sh, -c, \"touch run; exit 1\"], score: p } }"));
        GateOutcome outcome = GateProcess.Run(work.Root, new Dictionary<string, string> { ["GATE_ALLOW_COMMANDS"] = "1" },
            ["run", "gate.yml", .. options]);
        Assert.Equal(64, outcome.ExitCode);
        Assert.Contains("model.command.run: programs that a policy names are not run unless the command line allows it", outcome.Error,
            StringComparison.Ordinal);
        Assert.False(File.Exists(work["run"]));
        foreach (string command in (string[])["check", "explain"]) work.Gate(command, "gate.yml");
        Assert.False(File.Exists(work["run"]));
    }

    [Fact]
    public void A_policy_that_comes_with_a_pull_request_runs_nothing_either()
    {
        using Workspace work = new Workspace().With("d.csv", Csv)
            .With("base.yml", Policy("{ predictions: { score: x } }"))
            .With("gate.yml", Policy("{ command: { run: [sh, -c, \"touch run; exit 1\"], score: p } }"));
        Assert.Equal(64, work.Gate("run", "gate.yml", "--base-policy", "base.yml").ExitCode);
        Assert.False(File.Exists(work["run"]));
    }

    [Fact]
    public async Task A_server_is_asked_where_its_host_is_allowed_and_its_token_is_shown_to_nobody_else()
    {
        var seen = new List<string>();
        await using WebApplication server = await ServerAsync(seen);
        string host = new Uri(server.Urls.First()).Authority;
        using Workspace work = new Workspace().With("d.csv", Csv).With("gate.yml",
            Policy($"{{ endpoint: {{ url: \"http://{host}/invocations\", protocol: mlflow, token: GATE_TOKEN_A }} }}"));
        GateOutcome refused = work.Gate("run", "gate.yml"), other = work.Gate("run", "gate.yml", "--allow-host", "localhost:1");
        Assert.Equal((64, 64), (refused.ExitCode, other.ExitCode));
        Assert.Contains($"add '--allow-host {host}'", refused.Error, StringComparison.Ordinal);
        Assert.Empty(seen);

        var environment = new Dictionary<string, string> { ["GATE_TOKEN_A"] = "sesame" };
        GateOutcome allowed = GateProcess.Run(work.Root, environment, "run", "gate.yml", "--allow-host", host);
        Assert.True(allowed.ExitCode == 0, allowed.Error);
        Assert.All(seen, token => Assert.Equal("Bearer sesame", token));
        Assert.NotEmpty(seen);
        foreach (string file in Directory.EnumerateFiles(work["gate-output"]))
            Assert.DoesNotContain("sesame", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        GateOutcome verified = GateProcess.Run(work.Root, environment, "verify", Path.Combine("gate-output", "result.json"), "--allow-host",
            host);
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Error);

        await server.StopAsync();
        GateOutcome gone = GateProcess.Run(work.Root, environment, "run", "gate.yml", "--allow-host", host, "--set",
            "model.endpoint.retries=0");
        Assert.Equal(69, gone.ExitCode);
        Assert.Contains("cannot be reached, tried 1 times", gone.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.com")]
    [InlineData("*")]
    public void What_is_no_host_is_said(string host)
    {
        using Workspace work = new Workspace().With("gate.yml", Policy("{ predictions: { score: x } }"));
        GateOutcome outcome = work.Gate("run", "gate.yml", "--allow-host", host);
        Assert.Equal(64, outcome.ExitCode);
        Assert.Contains("--allow-host takes a host such as models.example.com or localhost:5001", outcome.Error, StringComparison.Ordinal);
    }

    private static async Task<WebApplication> ServerAsync(List<string> seen)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        app.Run(async context =>
        {
            JsonNode body = (await JsonNode.ParseAsync(context.Request.Body))!;
            lock (seen) seen.Add(context.Request.Headers.Authorization.ToString());
            JsonNode[] scores = [.. body["dataframe_split"]!["data"]!.AsArray().Select(row => row![0]!.DeepClone())];
            await context.Response.WriteAsync(new JsonObject { ["predictions"] = new JsonArray([.. scores]) }.ToJsonString());
        });
        await app.StartAsync();
        return app;
    }

    [GeneratedRegex("```awk\n(?<program>.*?)```\n\n```yaml\n(?<policy>.*?)```\n\n```text\n(?<output>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Scorecard();
}
