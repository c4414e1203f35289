using Gate.Tracking;
using Gate.Tracking.Rest;

namespace Gate.Tests.Tracking.Rest;

/// <summary>Every request that Gate sends is one that MLflow publishes, the parts that the transcript lacks among them.</summary>
public sealed class PublishedInterfaceTests
{
    [Fact]
    public async Task All_requests_are_published()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        int ids = 0;
        using var store = new MlflowServer(new(server.Address), new(new HurriedClock(), () => $"key{++ids}", "ann"));
        Experiment experiment = await store.EnsureExperimentAsync("gate/adult", default);
        RunInfo run = await store.CreateRunAsync(new(experiment.Id, "first", 1_700_000_000_000, [new("git", "abc")]), default);
        await store.LogAsync(run, new([new("auc", 0.8, 5, 0), new("loss", 0.25, 5, 1)], [new("depth", "4")], [new("note", "é")]),
            default);
        await store.LogInputsAsync(run, [new("a.csv", "5b00", "local", "{}", "{\"num_rows\": 3}", "training"),
            new("b.csv", "5b01", "local", "{}", null, null)], default);
        await store.PutArtifactAsync(run, "model/a b.txt", new byte[] { 1 }, default);
        Assert.NotEmpty(await store.ArtifactsAsync(run, "model", default));
        Assert.NotNull(await store.GetArtifactAsync(run, "model/a b.txt", default));
        await store.EndAsync(run, RunStatus.Finished, 1_700_000_000_900, default);
        Assert.NotNull(await store.FindRunAsync(run.Id, default));
        Assert.NotEmpty(await store.ExperimentsAsync(default));
        Assert.NotEmpty((await store.SearchAsync(new([run.ExperimentId]) { Filter = "metrics.auc > 0.5", OrderBy = ["metrics.auc DESC"] },
            default)).Runs);
        Assert.NotEmpty(await store.HistoryAsync(run, "auc", default));
        ModelVersion version = await store.Registry.AddAsync("credit", new(run, "model", "said", [new("verdict", "pass")]), default);
        Assert.NotNull(await store.Registry.FindAsync("credit", version.Version, default));
        await store.Registry.TagAsync("credit", version.Version, [new("why", "it is better")], default);
        await store.Registry.MoveAsync(new("credit", "champion", version.Version, null), default);
        Assert.NotNull(await store.Registry.FindAliasAsync("credit", "champion", default));

        Assert.Equal([], server.Requests.SelectMany(PublishedInterface.Problems));
        // All that is described is sent: nothing is held against a description of something else.
        Assert.Equal(PublishedInterface.Names.Order(StringComparer.Ordinal),
            server.Requests.Select(PublishedInterface.NameOf).OfType<string>().Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("GET", "/api/2.0/mlflow/runs/get?id=1", "", "has id, which is not published")]
    [InlineData("GET", "/api/2.0/mlflow/registered-models/alias?name=m", "", "lacks alias")]
    [InlineData("POST", "/api/2.0/mlflow/runs/get", "{}", "POST runs/get is not published")]
    [InlineData("POST", "/api/2.0/mlflow/runs/log-batch", "{\"run_id\":1}", "run_id is no text")]
    [InlineData("POST", "/api/2.0/mlflow/runs/log-batch", "{\"metrics\":[{\"key\":\"a\",\"value\":1}]}", "metrics lacks timestamp")]
    [InlineData("POST", "/api/2.0/mlflow/runs/log-batch", "{\"tags\":[{\"key\":\"a\",\"value\":1}]}", "value is no text")]
    [InlineData("PUT", "/api/2.0/files/x", "", "is not published")]
    public void What_is_not_published_is_found(string method, string path, string body, string problem) =>
        Assert.Contains(PublishedInterface.Problems(new(method, path, body, null)),
            found => found.Contains(problem, StringComparison.Ordinal));
}
