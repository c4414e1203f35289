using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Report;

/// <summary>What the built tool wrote for two examples and for hostile data, each run once.</summary>
public sealed class RealRuns : IDisposable
{
    private readonly Workspace work = new();
    private readonly Dictionary<string, Lazy<string>> directories;

    public RealRuns() => directories = new()
    {
        ["mortgage"] = new(() => Run("mortgage", Running.Repository.Example("mortgage"))),
        ["diabetes"] = new(() => Run("diabetes", Running.Repository.Example("diabetes"))),
        ["hostile"] = new(() =>
        {
            work.With("data/gate.yml", HostileData.Policy()).With("data/h.csv", HostileData.Csv());
            return Run("hostile", work["data"]);
        }),
    };

    /// <summary>A file of a run.</summary>
    public string Read(string run, string file) => File.ReadAllText(Path.Combine(directories[run].Value, file));

    public void Dispose() => work.Dispose();

    private string Run(string name, string directory)
    {
        GateOutcome outcome = GateProcess.Run(directory, "run", "gate.yml", "--output", work[name]);
        Assert.True(outcome.ExitCode is 0 or 1, outcome.Error);
        return work[name];
    }
}
