using System.Text;
using Gate.Evaluation;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Policy;
using Gate.Tests.Data;

namespace Gate.Tests.Evaluation;

/// <summary>A folder with a policy and its files, run in this process.</summary>
internal sealed class TestRun : IDisposable
{
    private readonly DataFolder folder = new();
    private readonly byte[] policy;

    public TestRun(string policy, params (string Name, string Text)[] files)
    {
        this.policy = Encoding.UTF8.GetBytes(policy);
        foreach ((string name, string text) in files) folder.Write(name, text);
    }

    public TimeProvider? Clock { get; init; }

    public void Dispose() => folder.Dispose();

    public RunInputs Inputs => new()
    {
        Policy = PolicyReader.Read(policy, "gate.yml", Vocabulary.Current),
        PolicyBytes = policy,
        PolicyPath = "gate.yml",
        BaseDirectory = folder.Path,
        Today = new DateOnly(2026, 1, 1),
        GateVersion = "test",
        Threads = 1,
        Clock = Clock,
    };

    public GateResult Execute(CancellationToken cancel = default) => ExecuteAsync(cancel).GetAwaiter().GetResult().Result;

    public Task<RunOutcome> ExecuteAsync(CancellationToken cancel) => GateRun.ExecuteAsync(Inputs, new NoProgress(), cancel);

    /// <summary>The one finding of a policy with one condition.</summary>
    public Finding Finding() => Assert.Single(Execute().Findings);

    private sealed class NoProgress : IRunProgress
    {
        public void Begin(string stage)
        {
        }

        public void Read(Gate.Data.ReadProgress progress)
        {
        }
    }
}
