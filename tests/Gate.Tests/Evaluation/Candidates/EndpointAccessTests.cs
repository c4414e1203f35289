using System.Text;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Models.Remote;
using Gate.Policy.Document;
using Gate.Tests.Models.Remote;
using Gate.Tests.Tracking.Rest;
using Microsoft.AspNetCore.Http;
using static Gate.Tests.Evaluation.Candidates.EndpointRuns;

namespace Gate.Tests.Evaluation.Candidates;

/// <summary>Where rows and tokens may go, and what a policy may ask for.</summary>
public sealed class EndpointAccessTests
{
    [Fact]
    public async Task No_policy_can_call_a_host_that_the_command_line_does_not_allow()
    {
        await using ScoringServer server = await Server(), other = await Server();
        using TestRun run = Run(server);
        foreach (RemoteAccess access in (RemoteAccess[])[RemoteAccess.None, new() { Hosts = [other.Host], Clock = new HurriedClock() },
            new() { Hosts = ["127.0.0.1"], Clock = new HurriedClock() }, new() { AllowsCommands = true, Clock = new HurriedClock() }])
        {
            PolicyProblem problem = Assert.Single(Assert.Throws<PolicyException>(() => run.Execute(run.Inputs with { Remote = access }))
                .Problems);
            Assert.Equal($"model.endpoint.url: the host {server.Host} is not allowed on this command line; where the rows may go there, "
                + $"add '--allow-host {server.Host}'", problem.Message);
            Assert.Equal(5, problem.At.Line);
        }
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Nothing_follows_a_redirection()
    {
        await using ScoringServer inner = await Server(), server = await Server();
        server.Instead = (_, context) =>
        {
            context.Response.Redirect($"{inner.Address}invocations", permanent: false, preserveMethod: true);
            return Task.FromResult(true);
        };
        using TestRun run = Run(server);
        RunInputs inputs = Allowed(run, server);
        Assert.Contains("sends elsewhere (307), which is not followed", Assert.Throws<RemoteUnavailableException>(() => run.Execute(inputs
            with { Remote = inputs.Remote with { Hosts = [server.Host, inner.Host] } })).Message, StringComparison.Ordinal);
        Assert.Empty(inner.Requests);
    }

    [Fact]
    public async Task The_token_goes_to_the_server_and_nowhere_else()
    {
        await using ScoringServer server = await Server();
        using TestRun run = Run(server, ", token: GATE_TOKEN_A");
        GateResult result = Execute(run, server, "sesame-1");
        Assert.All(server.Requests, asked => Assert.Equal("Bearer sesame-1", asked.Authorization));
        Assert.DoesNotContain("sesame", Encoding.UTF8.GetString(ResultJson.Utf8(result)), StringComparison.Ordinal);
        using TestRun none = Run(server);
        int before = server.Requests.Count;
        Execute(none, server, "sesame-1");
        Assert.All(server.Requests.Skip(before), asked => Assert.Null(asked.Authorization));
    }

    [Theory]
    [InlineData(null, "the environment has no GATE_TOKEN_A, which should have the token")]
    [InlineData(" ", "the environment has no GATE_TOKEN_A, which should have the token")]
    [InlineData("a\r\nb", "what GATE_TOKEN_A holds is no token: it has characters that no header may have")]
    public async Task A_token_that_is_none_is_not_sent(string? token, string message)
    {
        await using ScoringServer server = await Server();
        using TestRun run = Run(server, ", token: GATE_TOKEN_A");
        Assert.Equal($"model.endpoint.token: {message}",
            Assert.Single(Assert.Throws<PolicyException>(() => Execute(run, server, token)).Problems).Message);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("url: ftp://x/y, protocol: mlflow", "model.endpoint.url: 'ftp://x/y' is no address such as https://models.example.com/")]
    [InlineData("url: \"https://u:p@x/y\", protocol: mlflow", "model.endpoint.url: has a user, a query or a fragment")]
    [InlineData("url: \"https://x/y?code=secret\", protocol: mlflow", "model.endpoint.url: has a user, a query or a fragment")]
    [InlineData("url: \"https://x/y\"", "model.endpoint.protocol: is missing")]
    [InlineData("url: \"https://x/y\", protocol: mlfow", "did you mean 'mlflow'?")]
    [InlineData("url: \"https://x/y\", protocol: mlflow, token: GITHUB_TOKEN", "the name begins with GATE_TOKEN_, so that no policy can "
        + "send another secret")]
    [InlineData("url: \"https://x/y\", protocol: mlflow, token: GATE_TOKEN_", "expected the name of an environment variable")]
    [InlineData("url: \"http://x/y\", protocol: mlflow, token: GATE_TOKEN_A", "model.endpoint.token: a token goes over https only")]
    [InlineData("url: \"https://x/y\", protocol: mlflow, tensor: in", "model.endpoint.tensor: only 'protocol: kserve_v2' has tensors")]
    [InlineData("url: \"https://x/y\", protocol: mlflow, answers: classes, classes: [\"0\", \"1\"]", "model.endpoint.classes: has no "
        + "effect")]
    [InlineData("url: \"https://x/y\", protocol: mlflow, batch: 0", "model.endpoint.batch: expected a whole number from 1 to")]
    [InlineData("url: \"https://x/y\", protocol: mlflow, columns: [y]", "model.endpoint.columns: 'y' is the label")]
    [InlineData("url: \"https://x/y\", protocol: mlflow, columns: [z]", "model.endpoint.columns[0]: 'z' is not a column of the data")]
    [InlineData("url: \"https://x/y\", protocol: mlflow, fields: { \"1\": a, \"2\": b }", "the class '2' does not occur in the label")]
    [InlineData("url: \"https://x/y\", protocol: mlflow, classes: [\"1\", \"2\"]", "the class '2' does not occur in the label")]
    public void What_is_wrong_with_a_policy_is_told_before_anything_is_sent(string keys, string message)
    {
        using var run = new TestRun($$"""
            version: 1
            task: binary_classification
            data: { source: d.csv, label: y, sensitive: [g] }
            model: { endpoint: { {{keys}} } }
            conditions: [{ metric: accuracy, min: 0, level: inform, evidence: { min_count: 1 } }]
            """, ("d.csv", Classes));
        string[] problems = [.. Assert.Throws<PolicyException>(() => run.Execute()).Problems.Select(problem => problem.Message)];
        Assert.Contains(problems, problem => problem.Contains(message, StringComparison.Ordinal));
    }
}
