using Gate.Tracking;

namespace Gate.Tests.Tracking.Files;

public sealed class FileStoreTests
{
    private static readonly RunValues values = new(
        [new("roc_auc", 0.81, 5, 0), new("training/l2", 3, 5, 1), new("training/l2", 2, 5, 2), new("group/sex/F é/recall", 1e-5, 5, 0)],
        [new("model.depth", "4"), new("text", "a: 'b'\n\"c\"")], [new("verdict", "pass"), new("empty", "")]);

    [Fact]
    public async Task What_is_written_is_read()
    {
        using var stores = new Stores();
        RunInfo made = await stores.RunAsync("it's: \"odd\"\n#1", 1_700_000_000_000, values);
        await stores.Open().LogInputsAsync(made, [new("a.csv", "5b00", "local", "{\"uri\": \"a.csv\"}", "{\"num_rows\": 3}", "training"),
            new("b.csv", "77", "local", "{}", null, null)], default);
        await stores.Open().PutArtifactAsync(made, "plots/a b.txt", new byte[] { 1, 2 }, default);
        await stores.Open().EndAsync(made, RunStatus.Finished, 1_700_000_000_900, default);

        IRun run = (await stores.Open().FindRunAsync(made.Id, default))!;
        Assert.Equal(made with { Status = RunStatus.Finished, EndTime = 1_700_000_000_900 }, run.Info);
        Assert.Equal("ann", run.Info.User);
        Assert.Equal(0.81, run.Metric("roc_auc"));
        Assert.Equal(2, run.Metric("training/l2"));
        Assert.Equal(["group/sex/F é/recall", "roc_auc", "training/l2"], run.Metrics.Select(metric => metric.Key));
        Assert.Equal(values.Parameters, run.Parameters);
        Assert.Equal("", run.Tag("empty"));
        Assert.Null(run.Tag("absent"));
        Assert.Equal("it's: \"odd\"\n#1", run.Tag("mlflow.runName"));
        Assert.Equal(["a.csv training 5b00", "b.csv  77"], run.Inputs.Select(one => $"{one.Name} {one.Context} {one.Digest}").Order());
        Assert.Equal([3, 2], (await stores.Open().HistoryAsync(made, "training/l2", default)).Select(metric => metric.Value));
        Assert.Equal(["plots/a b.txt"], await stores.Open().ArtifactsAsync(made, "", default));
        Assert.Equal(["plots/a b.txt"], await stores.Open().ArtifactsAsync(made, "plots", default));
        Assert.Equal([1, 2], (await stores.Open().GetArtifactAsync(made, "plots/a b.txt", default))!);
        Assert.Null(await stores.Open().GetArtifactAsync(made, "absent", default));
    }

    /// <summary>Names, keys and lines of MLflow's own file store, so that its user interface opens ours.</summary>
    [Fact]
    public async Task The_layout_is_that_of_mlflow()
    {
        using var stores = new Stores();
        RunInfo run = await stores.RunAsync("first", 1_700_000_000_000, values);
        await stores.Open().LogInputsAsync(run, [new("a.csv", "5b00", "local", "{}", null, "training")], default);
        string folder = $"{run.ExperimentId}/{run.Id}";
        Assert.Equal("5 3 1\n5 2 2\n", stores.Read($"{folder}/metrics/training/l2"));
        Assert.Equal("5 1E-05 0\n", stores.Read($"{folder}/metrics/group/sex/F é/recall"));
        Assert.Equal("4", stores.Read($"{folder}/params/model.depth"));
        Assert.Equal("pass", stores.Read($"{folder}/tags/verdict"));
        Assert.Equal(["artifact_uri", "deleted_time", "end_time", "entry_point_name", "experiment_id", "lifecycle_stage", "run_id",
            "run_name", "run_uuid", "source_name", "source_type", "source_version", "start_time", "status", "tags", "user_id"],
            Keys(stores.Read($"{folder}/meta.yaml")));
        Assert.Contains("\nstatus: 1\n", stores.Read($"{folder}/meta.yaml"), StringComparison.Ordinal);
        Assert.Contains("\nsource_type: 4\n", stores.Read($"{folder}/meta.yaml"), StringComparison.Ordinal);
        Assert.Contains($"{run.ExperimentId}/{run.Id}/artifacts'\n", stores.Read($"{folder}/meta.yaml"), StringComparison.Ordinal);
        Assert.Equal(["artifact_location", "creation_time", "experiment_id", "last_update_time", "lifecycle_stage", "name"],
            Keys(stores.Read($"{run.ExperimentId}/meta.yaml")));
        string dataset = Path.GetFileName(Directory.GetDirectories(Path.Combine(stores.Root, run.ExperimentId, "datasets")).Single());
        // md5 of the name and the digest, one after the other.
        Assert.Equal("12595054fde7003a6eb12399b1117c3c", dataset);
        Assert.Equal(["digest", "name", "profile", "schema", "source", "source_type"],
            Keys(stores.Read($"{run.ExperimentId}/datasets/{dataset}/meta.yaml")));
        Assert.True(Directory.Exists(Path.Combine(stores.Root, run.ExperimentId, run.Id, "artifacts")));
    }

    /// <summary>As <c>yaml.safe_dump</c> writes it: long texts folded, ids of old versions as numbers, lines without steps.</summary>
    [Fact]
    public async Task A_store_that_mlflow_wrote_is_read()
    {
        using var stores = new Stores();
        stores.Write("0/meta.yaml", "artifact_location: file:///elsewhere/0\nexperiment_id: 0\nlifecycle_stage: active\nname: Default\n");
        stores.Write(".trash/7/meta.yaml", "experiment_id: '7'\nlifecycle_stage: deleted\nname: gone\n");
        stores.Write("models/credit/meta.yaml", "name: credit\n");
        const string id = "0123456789abcdef0123456789abcdef";
        stores.Write($"0/{id}/meta.yaml", $"""
            artifact_uri: file:///elsewhere/0/{id}/artifacts
            end_time: 1700000009000
            entry_point_name: ''
            experiment_id: '0'
            lifecycle_stage: active
            run_id: {id}
            run_name: a rather long name that the writer of YAML folds since it does not fit
              into eighty columns
            run_uuid: {id}
            source_name: ''
            source_type: 4
            source_version: ''
            start_time: 1700000000000
            status: 4
            tags: []
            user_id: "\xE9ve"

            """);
        stores.Write($"0/{id}/metrics/accuracy", "1700000000100 0.8\n1700000000200 nan\n1700000000050 0.9 3\n");
        stores.Write($"0/{id}/metrics/loss", "1 inf 0\n");
        stores.Write($"0/{id}/params/depth", "4");
        stores.Write($"0/{id}/tags/mlflow.source.git.commit", "abc");
        stores.Write($"0/{id}/inputs/11/meta.yaml", "destination_id: 22\ndestination_type: RUN\nsource_id: '22'\nsource_type: DATASET\n"
            + "tags:\n  mlflow.data.context: eval\n");
        stores.Write("0/datasets/22/meta.yaml", "digest: '77'\nname: adult\nprofile: '{\"num_rows\":3}'\nschema: null\nsource: '{}'\n"
            + "source_type: local\n");
        stores.Write($"0/{id.Replace('0', 'f')}/meta.yaml", "experiment_id: '0'\nlifecycle_stage: deleted\nstart_time: 1\n");

        Assert.Equal(["Default"], (await stores.Open().ExperimentsAsync(default)).Select(one => one.Name));
        IRun run = (await stores.Open().SearchAsync(new(["0"]), default)).Runs.Single();
        Assert.Equal("a rather long name that the writer of YAML folds since it does not fit into eighty columns", run.Info.Name);
        Assert.Equal((RunStatus.Failed, 1_700_000_000_000, "éve"), (run.Info.Status, run.Info.StartTime, run.Info.User));
        Assert.Equal(0.9, run.Metric("accuracy"));
        Assert.Equal(double.PositiveInfinity, run.Metric("loss"));
        Assert.Equal("abc", run.Tag("mlflow.source.git.commit"));
        Assert.Equal(new DatasetInput("adult", "77", "local", "{}", "{\"num_rows\":3}", "eval"), run.Inputs.Single());
    }

    [Fact]
    public async Task Parameters_do_not_change()
    {
        using var stores = new Stores();
        RunInfo run = await stores.RunAsync("first", 1, values);
        await stores.Open().LogAsync(run, new([], [new("model.depth", "4")], []), default);
        TrackingException error = await Assert.ThrowsAsync<TrackingException>(
            () => stores.Open().LogAsync(run, new([], [new("model.depth", "5")], []), default));
        Assert.Contains("'4' already", error.Message, StringComparison.Ordinal);
        Assert.Equal("4", stores.Read($"{run.ExperimentId}/{run.Id}/params/model.depth"));
    }

    [Theory]
    [InlineData("../../evil")]
    [InlineData("/etc/x")]
    [InlineData("a//b")]
    [InlineData("a/./b")]
    [InlineData("a\\b")]
    [InlineData("a:b")]
    [InlineData("")]
    public async Task Names_and_paths_stay_below_their_run(string name)
    {
        using var stores = new Stores();
        RunInfo run = await stores.RunAsync("first", 1, values);
        await Assert.ThrowsAsync<TrackingException>(() => stores.Open().LogAsync(run, RunValues.OfTags(new RunText(name, "x")), default));
        await Assert.ThrowsAsync<TrackingException>(() => stores.Open().LogAsync(run, new([new(name, 1, 1, 0)], [], []), default));
        await Assert.ThrowsAsync<TrackingException>(() => stores.Open().LogAsync(run, new([], [new(name, "x")], []), default));
        await Assert.ThrowsAsync<TrackingException>(() => stores.Open().PutArtifactAsync(run, name, new byte[1], default));
        await Assert.ThrowsAsync<TrackingException>(() => stores.Open().GetArtifactAsync(run, name, default));
        await Assert.ThrowsAsync<TrackingException>(() => stores.Open().FindRunAsync(name, default));
        await Assert.ThrowsAsync<TrackingException>(() => stores.Open().LogAsync(run with { Id = "../x" }, values, default));
        Assert.Equal(2, Directory.GetDirectories(stores.Root, "*", SearchOption.AllDirectories).Count(at => at.EndsWith("/group/sex",
            StringComparison.Ordinal) || at.EndsWith("artifacts", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("metrics/roc_auc", "no number\n")]
    [InlineData("metrics/roc_auc", "1 0.5 0 9\n")]
    [InlineData("metrics/roc_auc", "1 zero 0\n")]
    [InlineData("metrics/roc_auc", "\n")]
    [InlineData("meta.yaml", "- a list\n")]
    [InlineData("meta.yaml", "a: 'b\n")]
    public async Task What_is_damaged_is_named(string file, string text)
    {
        using var stores = new Stores();
        RunInfo run = await stores.RunAsync("first", 1, values);
        string path = stores.Write($"{run.ExperimentId}/{run.Id}/{file}", text);
        TrackingException error = await Assert.ThrowsAsync<TrackingException>(
            () => stores.Open().SearchAsync(new([run.ExperimentId]) { Filter = "metrics.roc_auc > 0" }, default));
        Assert.Equal(TrackingFault.Read, error.Fault);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_at_once_make_one_experiment()
    {
        using var stores = new Stores();
        string[] ids = [.. (await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(
            () => stores.Open().EnsureExperimentAsync("credit", default))))).Select(one => one.Id).Distinct()];
        Assert.Single(ids);
        Assert.Equal(2, new[] { ids[0], (await stores.Open().EnsureExperimentAsync("other", default)).Id }.Distinct().Count());
    }

    [Fact]
    public async Task A_run_that_is_not_there_is_none()
    {
        using var stores = new Stores();
        Assert.Null(await stores.Open().FindRunAsync("abc", default));
        Assert.Empty(await stores.Open().ExperimentsAsync(default));
        await Assert.ThrowsAsync<TrackingException>(() => stores.Open().CreateRunAsync(new("1", "x", 1, []), default));
        await Assert.ThrowsAsync<TrackingException>(() => stores.Open().EnsureExperimentAsync(" ", default));
    }

    private static IEnumerable<string> Keys(string yaml) =>
        yaml.TrimEnd('\n').Split('\n').Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]);
}
