using Gate.Tests.Tracking.Rest;
using Gate.Tracking;
using Gate.Tracking.Registry;
using Gate.Tracking.Rest;

namespace Gate.Tests.Tracking.Registry;

/// <summary>Versions and aliases, in a folder and on a server alike.</summary>
public sealed class RegistryTests
{
    private static readonly Mover mover = new("ann", "she knows");

    /// <summary>Runs the same test on a folder and on a server.</summary>
    private static async Task OnBothAsync(Func<ITrackingStore, Task> test)
    {
        using (var stores = new Stores()) await test(stores.Open());
        await using FakeServer server = await FakeServer.StartAsync();
        int ids = 0;
        using var store = new MlflowServer(new(server.Address), new(new HurriedClock(), () => $"key{++ids}", "ann"));
        await test(store);
    }

    private static async Task<ModelVersion> AddAsync(ITrackingStore store, string verdict = "pass")
    {
        Experiment experiment = await store.EnsureExperimentAsync("credit", default);
        RunInfo run = await store.CreateRunAsync(new(experiment.Id, "r", 1, []), default);
        foreach ((string path, byte[] content) in ModelPackage.Files(new("onnx", "model.onnx"), [1, 2, 3], null, run))
            await store.PutArtifactAsync(run, $"model/{path}", content, default);
        return await store.Registry.AddAsync("credit", new(run, "model", "fine", [new("verdict", verdict)]), default);
    }

    private static Promotion Promotion(ITrackingStore store) => new(store.Registry, TimeProvider.System);

    private static async Task<string?> NamedAsync(ITrackingStore store, string alias) =>
        (await store.Registry.FindAliasAsync("credit", alias, default))?.Version;

    [Fact]
    public Task Versions_count_up_and_are_found() => OnBothAsync(async store =>
    {
        Assert.Null(await store.Registry.FindAsync("credit", "1", default));
        Assert.Null(await NamedAsync(store, "champion"));
        ModelVersion first = await AddAsync(store), second = await AddAsync(store, "fail");
        Assert.Equal(("1", "2"), (first.Version, second.Version));
        ModelVersion found = (await store.Registry.FindAsync("credit", "2", default))!;
        Assert.Equal(("fail", second.RunId), (found.Tag("verdict"), found.RunId));
        Assert.Null(await store.Registry.FindAsync("credit", "3", default));
        await store.Registry.TagAsync("credit", "1", [new("seen", "yes")], default);
        Assert.Equal("yes", (await store.Registry.FindAsync("credit", "1", default))!.Tag("seen"));
    });

    [Fact]
    public Task An_alias_moves_and_the_one_before_is_kept_and_comes_back() => OnBothAsync(async store =>
    {
        ModelVersion first = await AddAsync(store), second = await AddAsync(store);
        Assert.True((await Promotion(store).MoveAsync(first, "champion", null, mover, default)).Moved);
        Assert.Null(await NamedAsync(store, "previous"));
        Assert.True((await Promotion(store).MoveAsync(second, "champion", "1", mover, default)).Moved);
        Assert.Equal(("2", "1"), (await NamedAsync(store, "champion"), await NamedAsync(store, "previous")));
        ModelVersion told = (await store.Registry.FindAsync("credit", "2", default))!;
        Assert.Equal(("ann", "she knows", "1"), (told.Tag("promoted_by"), told.Tag("promoted_why"), told.Tag("promoted_from")));

        PromotionResult back = await Promotion(store).RollBackAsync("credit", "champion", mover, default);
        Assert.True(back.Moved, back.Said);
        Assert.Equal(("1", "2"), (await NamedAsync(store, "champion"), await NamedAsync(store, "previous")));
        Assert.True((await Promotion(store).MoveAsync(first, "champion", "1", mover, default)).Moved);
        Assert.Equal("2", await NamedAsync(store, "previous"));
    });

    [Fact]
    public Task What_was_judged_against_another_champion_does_not_become_one() => OnBothAsync(async store =>
    {
        ModelVersion first = await AddAsync(store), second = await AddAsync(store), third = await AddAsync(store);
        await Promotion(store).MoveAsync(first, "champion", null, mover, default);
        await Promotion(store).MoveAsync(second, "champion", "1", mover, default);
        PromotionResult late = await Promotion(store).MoveAsync(third, "champion", "1", mover, default);
        Assert.False(late.Moved);
        Assert.Contains("names version 2 now, and not version 1", late.Said, StringComparison.Ordinal);
        Assert.Equal("2", await NamedAsync(store, "champion"));
        Assert.False((await Promotion(store).MoveAsync(third, "champion", null, mover, default)).Moved);
        Assert.Null((await store.Registry.FindAsync("credit", "3", default))!.Tag("promoted_by"));
    });

    [Theory]
    [InlineData("fail", "the verdict on version 1 of credit is fail")]
    [InlineData("inconclusive", "names only what passed")]
    [InlineData("", "names only what passed")]
    public Task Only_what_passed_gets_an_alias(string verdict, string said) => OnBothAsync(async store =>
    {
        ModelVersion version = await AddAsync(store, verdict);
        TrackingException error = await Assert.ThrowsAsync<TrackingException>(
            () => Promotion(store).MoveAsync(version, "champion", null, mover, default));
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.Null(await NamedAsync(store, "champion"));
    });

    [Fact]
    public Task There_is_no_way_back_from_the_first() => OnBothAsync(async store =>
    {
        await Assert.ThrowsAsync<TrackingException>(() => Promotion(store).RollBackAsync("credit", "champion", mover, default));
        await Promotion(store).MoveAsync(await AddAsync(store), "champion", null, mover, default);
        await Assert.ThrowsAsync<TrackingException>(() => Promotion(store).RollBackAsync("credit", "champion", mover, default));
    });

    [Fact]
    public Task A_registered_model_is_brought_by_alias_number_and_run() => OnBothAsync(async store =>
    {
        ModelVersion version = await AddAsync(store);
        await Promotion(store).MoveAsync(version, "champion", null, mover, default);
        foreach (string uri in (string[])["models:/credit@champion", "models:/credit/1", $"runs:/{version.RunId}/model"])
        {
            DownloadedModel model = (await ModelDownload.FetchAsync(store, ModelUri.Parse(uri), default))!;
            Assert.Equal([1, 2, 3], model.Content);
            Assert.Equal("onnx", model.Flavor.Name);
            Assert.Equal(uri.StartsWith("runs", StringComparison.Ordinal) ? uri : "models:/credit/1", model.Name);
        }
        Assert.Null(await ModelDownload.FetchAsync(store, ModelUri.Parse("models:/credit@other"), default));
        await Assert.ThrowsAsync<TrackingException>(() => ModelDownload.FetchAsync(store, ModelUri.Parse("models:/credit/9"), default));
        await Assert.ThrowsAsync<TrackingException>(
            () => ModelDownload.FetchAsync(store, ModelUri.Parse($"runs:/{version.RunId}/x"), default));
    });

    /// <summary>Two jobs end at the same moment, fifty times: one of them moves the alias, the other says that it did not, and the alias
    /// never names what did not pass.</summary>
    [Fact]
    public async Task Two_at_once_never_make_two_champions()
    {
        using var stores = new Stores();
        ModelVersion failed = await AddAsync(stores.Open(), "fail");
        string? champion = null;
        for (int round = 0; round < 50; round++)
        {
            ModelVersion[] versions = [await AddAsync(stores.Open()), await AddAsync(stores.Open())];
            using var start = new Barrier(2);
            PromotionResult[] results = await Task.WhenAll(versions.Select(version => Task.Run(async () =>
            {
                start.SignalAndWait();
                return await Promotion(stores.Open()).MoveAsync(version, "champion", champion, mover, default);
            })));
            await Assert.ThrowsAsync<TrackingException>(
                () => Promotion(stores.Open()).MoveAsync(failed, "champion", champion, mover, default));
            PromotionResult moved = Assert.Single(results, result => result.Moved);
            Assert.Equal(moved.Version.Version, await NamedAsync(stores.Open(), "champion"));
            Assert.Equal(champion, await NamedAsync(stores.Open(), "previous"));
            champion = moved.Version.Version;
        }
        Assert.Equal(101, Directory.GetDirectories(Path.Combine(stores.Root, "models", "credit"), "version-*").Length);
    }

    [Fact]
    public async Task The_layout_is_that_of_mlflow()
    {
        using var stores = new Stores();
        ModelVersion version = await AddAsync(stores.Open());
        await Promotion(stores.Open()).MoveAsync(version, "champion", null, mover, default);
        Assert.Equal("1", stores.Read("models/credit/aliases/champion"));
        Assert.Equal("pass", stores.Read("models/credit/version-1/tags/verdict"));
        string meta = stores.Read("models/credit/version-1/meta.yaml");
        foreach (string line in (string[])["current_stage: 'None'", "name: 'credit'", "status: 'READY'", "version: 1",
            $"run_id: '{version.RunId}'"])
            Assert.Contains(line + "\n", meta, StringComparison.Ordinal);
        Assert.EndsWith($"/{version.RunId}/artifacts/model", version.Source, StringComparison.Ordinal);
    }
}
