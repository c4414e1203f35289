using Gate.Tracking;
using Gate.Tracking.Files;

namespace Gate.Tests.Tracking;

/// <summary>A store in a folder of a test's own, gone afterwards, with ids that count up.</summary>
internal sealed class Stores : IDisposable
{
    private int ids;

    public Stores() => Context = new(TimeProvider.System, () => (++ids).ToString("x32", null), "ann");

    public string Root { get; } = Path.Combine(Directory.CreateTempSubdirectory("gate-test-").FullName, "history");

    public TrackingContext Context { get; }

    public FileStore Open() => new(Root, Context);

    /// <summary>A run with what was logged to it.</summary>
    public async Task<RunInfo> RunAsync(string name, long start, RunValues values, string experiment = "credit")
    {
        FileStore store = Open();
        Experiment made = await store.EnsureExperimentAsync(experiment, default);
        RunInfo run = await store.CreateRunAsync(new(made.Id, name, start, []), default);
        await store.LogAsync(run, values, default);
        return run;
    }

    public string Write(string relative, string text)
    {
        string path = Path.Combine([Root, .. relative.Split('/')]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public string Read(string relative) => File.ReadAllText(Path.Combine([Root, .. relative.Split('/')]));

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(Root)!, recursive: true);
}
