using Gate.AcceptanceTests.Running;
using Gate.Tests.Tracking.Rest;

namespace Gate.AcceptanceTests.Scenarios;

/// <summary>The built tool with a tracking server: one that works, one that fails, and none.</summary>
public sealed class TrackingServer
{
    private static readonly string policy = SmallData.Policy + """

        tracking:
          mlflow: { experiment: credit }
        register: { name: credit, alias: champion }

        """;

    private static GateOutcome Gate(Workspace work, Uri server, params string[] arguments)
    {
        var environment = new Dictionary<string, string>
            { ["MLFLOW_TRACKING_URI"] = server.ToString(), ["MLFLOW_TRACKING_TOKEN"] = "s3cret", ["USER"] = "ann" };
        return GateProcess.Run(work.Root, environment, arguments);
    }

    [Fact]
    public async Task A_run_its_files_and_its_model_go_to_the_server_and_come_back()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        using Workspace work = SmallData.Workspace(policy);
        GateOutcome first = Gate(work, server.Address, "run");
        Assert.True(first.ExitCode == 0, first.Output + first.Error);
        Assert.Contains("champion names version 1 of credit now", first.Error, StringComparison.Ordinal);
        Assert.True(server.Requests.Count < 30, $"{server.Requests.Count} requests");
        Assert.All(server.Requests, request => Assert.Equal("Bearer s3cret", request.Authorization));
        Assert.Contains(server.State.Files.Keys, path => path.EndsWith("/artifacts/result.json", StringComparison.Ordinal));
        Assert.Contains(server.State.Files.Keys, path => path.EndsWith("/artifacts/model/MLmodel", StringComparison.Ordinal));
        Assert.False(Directory.Exists(work["gate-history"]));

        GateOutcome second = Gate(work, server.Address, "run", "--set", "baseline={mlflow: 'models:/credit@champion'}");
        Assert.True(second.ExitCode == 0, second.Output + second.Error);
        Assert.Contains("models:/credit/1", File.ReadAllText(work["gate-output/result.json"]), StringComparison.Ordinal);
        Assert.Contains("before, it named version 1", second.Error, StringComparison.Ordinal);
        Assert.Contains("champion names version 1 of credit now; before, it named version 2",
            Gate(work, server.Address, "rollback", "credit", "--why", "test").Output, StringComparison.Ordinal);
        Assert.Equal("1", server.State.Registry.Models["credit"].Aliases["champion"]);
        GateOutcome found = Gate(work, server.Address, "runs", "search", "tags.verdict = 'pass' and metrics.accuracy > 0.1", "--format",
            "csv");
        Assert.Contains(",pass", found.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", first.Error + second.Error + found.Error + File.ReadAllText(work["gate-output/result.json"]),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 0, "the run could not be kept")]
    [InlineData("  required: true\n", 69, "a token may have expired")]
    public async Task A_token_that_expired_is_told_and_stops_only_a_run_that_requires_it(string required, int code, string said)
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Before = (_, _, context) => FakeServer.StatusAsync(context, 401);
        using Workspace work = SmallData.Workspace($"{SmallData.Policy}\ntracking:\n  mlflow: {{ experiment: credit }}\n{required}");
        GateOutcome outcome = Gate(work, server.Address, "run");
        Assert.Equal(code, outcome.ExitCode);
        Assert.Contains(said, outcome.Error, StringComparison.Ordinal);
        Assert.Contains("Verdict: pass", outcome.Output, StringComparison.Ordinal);
    }

    /// <summary>Between the judging and the moving somebody else has moved the alias.</summary>
    [Fact]
    public async Task An_alias_that_moved_meanwhile_is_left_where_it_is()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        using Workspace work = SmallData.Workspace(policy);
        Assert.Equal(0, Gate(work, server.Address, "run", "-q").ExitCode);
        Assert.Equal(0, Gate(work, server.Address, "run", "-q").ExitCode);
        server.Before = (_, request, _) =>
        {
            if (request.Path.EndsWith("model-versions/create", StringComparison.Ordinal))
                server.State.Registry.Models["credit"].SetAlias("champion", "1");
            return Task.FromResult(false);
        };
        GateOutcome late = Gate(work, server.Address, "run");
        Assert.Equal(69, late.ExitCode);
        Assert.Contains("names version 1 now, and not version 2", late.Error, StringComparison.Ordinal);
        Assert.Equal("1", server.State.Registry.Models["credit"].Aliases["champion"]);
    }
}
