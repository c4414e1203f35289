using System.Text.Json;
using Gate.Tests.Reporting.Samples;
using Gate.Tracking;
using Gate.Tracking.Logging;
using Gate.Tracking.Rest;

namespace Gate.Tests.Tracking.Rest;

/// <summary>Runs on a server: what is sent, in how many requests, and that it comes back.</summary>
public sealed class ServerTests
{
    private static readonly RunValues values = new([new("roc_auc", 0.8, 5, 0), new("group/sex/F é/recall", 1e-5, 5, 0)],
        [new("model.depth", "4")], [new("verdict", "pass"), new("note", "a \"b\"\né")]);

    private static MlflowServer Open(FakeServer server, TimeProvider? clock = null)
    {
        int ids = 0;
        return new(new(server.Address), new(clock ?? new HurriedClock(), () => $"key{++ids}", "ann"));
    }

    private static async Task<RunInfo> RunAsync(MlflowServer store, RunValues given)
    {
        Experiment experiment = await store.EnsureExperimentAsync("gate/adult", default);
        RunInfo run = await store.CreateRunAsync(new(experiment.Id, "first", 1_700_000_000_000, [new("git", "abc")]), default);
        await store.LogAsync(run, given, default);
        return run;
    }

    [Fact]
    public async Task What_is_sent_comes_back()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        using MlflowServer store = Open(server);
        RunInfo made = await RunAsync(store, values);
        await store.LogInputsAsync(made, [new("a.csv", "5b00", "local", "{}", "{\"num_rows\": 3}", "training")], default);
        await store.PutArtifactAsync(made, "plots/a b.txt", new byte[] { 1, 2 }, default);
        await store.PutArtifactAsync(made, "report.html", "x"u8.ToArray(), default);
        await store.EndAsync(made, RunStatus.Finished, 1_700_000_000_900, default);

        IRun run = (await store.FindRunAsync(made.Id, default))!;
        Assert.Equal(("first", RunStatus.Finished, 1_700_000_000_900L), (run.Info.Name, run.Info.Status, run.Info.EndTime));
        Assert.Equal(0.8, run.Metric("roc_auc"));
        Assert.Equal(1e-5, run.Metric("group/sex/F é/recall"));
        Assert.Equal("4", run.Parameter("model.depth"));
        Assert.Equal("a \"b\"\né", run.Tag("note"));
        Assert.Equal(("abc", "ann"), (run.Tag("git"), run.Tag("mlflow.user")));
        Assert.Equal(new DatasetInput("a.csv", "5b00", "local", "{}", "{\"num_rows\": 3}", "training"), run.Inputs.Single());
        Assert.Equal(["plots/a b.txt", "report.html"], await store.ArtifactsAsync(made, "", default));
        Assert.Equal(["plots/a b.txt"], await store.ArtifactsAsync(made, "plots", default));
        Assert.Equal([1, 2], (await store.GetArtifactAsync(made, "plots/a b.txt", default))!);
        Assert.Null(await store.GetArtifactAsync(made, "absent", default));
        Assert.Null(await store.FindRunAsync("00000000000000000000000000000000", default));
        Assert.Equal(["gate/adult"], (await store.ExperimentsAsync(default)).Select(one => one.Name));
        Assert.Equal([made.Id], (await store.SearchAsync(new([made.ExperimentId]) { Filter = "metrics.roc_auc > 0.5" }, default)).Runs
            .Select(one => one.Info.Id));
        Assert.Empty((await store.SearchAsync(new([made.ExperimentId]) { Filter = "metrics.roc_auc > 0.9" }, default)).Runs);
    }

    [Fact]
    public async Task The_experiment_is_made_once()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        using MlflowServer store = Open(server);
        Experiment first = await store.EnsureExperimentAsync("credit & co", default);
        Assert.Equal(first, await store.EnsureExperimentAsync("credit & co", default));
        Assert.Single(server.State.Experiments);
    }

    [Fact]
    public async Task A_thousand_numbers_go_in_few_requests_and_within_the_limits()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        using MlflowServer store = Open(server);
        RunMetric[] metrics = [.. Enumerable.Range(0, 1000).Select(i => new RunMetric($"m{i}", i, 1, 0))];
        RunText[] texts = [.. Enumerable.Range(0, 150).Select(i => new RunText($"t{i}", "x"))];
        RunInfo run = await RunAsync(store, new(metrics, texts, texts));
        Assert.Equal(2, server.Requests.Count(request => request.Path.EndsWith("log-batch", StringComparison.Ordinal)));
        Assert.True(server.Requests.Count < 10, $"{server.Requests.Count}");
        IRun kept = (await store.FindRunAsync(run.Id, default))!;
        Assert.Equal((1000, 150), (kept.Metrics.Count, kept.Parameters.Count));
        Assert.Equal(999, kept.Metric("m999"));
        Assert.All(server.Requests.Where(request => request.Path.EndsWith("log-batch", StringComparison.Ordinal)), request =>
            Assert.True(JsonDocument.Parse(request.Body).RootElement.EnumerateObject().Where(one => one.Value.ValueKind
                == JsonValueKind.Array).Sum(list => list.Value.GetArrayLength()) <= 1000));
    }

    [Fact]
    public async Task A_result_is_logged_whole()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        using MlflowServer store = Open(server);
        TrackedResult tracked = new(SampleResults.Attacked(), "credit") { Started = 1, Artifacts = [("r.json", [1])] };
        RunInfo run = await RunLogger.LogAsync(store, tracked, TimeProvider.System, default);
        IRun kept = (await store.FindRunAsync(run.Id, default))!;
        Assert.Equal(("fail", RunStatus.Finished), (kept.Tag("verdict"), kept.Info.Status));
        Assert.Equal(["metric-names.json", "r.json"], await store.ArtifactsAsync(run, "", default));
    }

    [Theory]
    [InlineData("s3://bucket")]
    [InlineData("dbfs:/databricks")]
    [InlineData("mlflow-artifacts://elsewhere:5000/x")]
    public async Task Numbers_are_kept_where_a_server_passes_no_files_on(string root)
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.State.ArtifactRoot = root;
        using MlflowServer store = Open(server);
        RunInfo run = await RunLogger.LogAsync(store, new(SampleResults.Minimal(), "credit") { Started = 1, Artifacts = [("r.json", [1])] },
            TimeProvider.System, default);
        Assert.Contains("does not pass on", store.WhyNoArtifacts(run), StringComparison.Ordinal);
        Assert.Equal(RunStatus.Finished, (await store.FindRunAsync(run.Id, default))!.Info.Status);
        Assert.Empty(server.State.Files);
    }

    [Fact]
    public async Task A_server_that_knows_no_data_sets_is_taken_as_it_is()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.State.Missing.Add("runs/log-inputs");
        using MlflowServer store = Open(server);
        RunInfo run = await RunAsync(store, values);
        await store.LogInputsAsync(run, [new("a.csv", "5b00", "local", "{}", null, null)], default);
        Assert.Contains(server.Requests, request => request.Path.EndsWith("log-inputs", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("token", null, null, "Bearer token")]
    [InlineData(null, "ann", "p:w é", "Basic YW5uOnA6dyDDqQ==")]
    [InlineData("token", "ann", "pw", "Bearer token")]
    [InlineData(null, null, null, null)]
    public async Task The_server_is_shown_who_asks(string? token, string? user, string? password, string? shown)
    {
        await using FakeServer server = await FakeServer.StartAsync();
        ServerOptions options = new(server.Address) { Token = token, Username = user, Password = password };
        using var store = new MlflowServer(options, new(new HurriedClock(), () => "k", ""));
        await store.ExperimentsAsync(default);
        Assert.All(server.Requests, request => Assert.Equal(shown, request.Authorization));
        Assert.DoesNotContain("token", options.ToString(), StringComparison.Ordinal);
    }
}
