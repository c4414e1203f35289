using System.Text;
using Gate.Data;
using Gate.Evaluation;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Models;
using Gate.Policy;
using Gate.Policy.Document;
using Gate.Tests.Data;

namespace Gate.Tests.Evaluation;

/// <summary>A folder with a policy and its files, run in this process.</summary>
internal sealed class TestRun : IRunProgress, IDisposable
{
    private readonly string policy;

    /// <summary>A run of one policy; tests that hold several against the same files leave it out and give each to
    /// <see cref="Run"/>.</summary>
    public TestRun(string policy = "", params (string Name, string Text)[] files)
    {
        this.policy = policy;
        foreach ((string name, string text) in files) Folder.Write(name, text);
    }

    public DataFolder Folder { get; } = new();

    public TimeProvider? Clock { get; init; }

    /// <summary>Called at each stage, for tests that meddle with files meanwhile.</summary>
    public Action<string> AtStage { get; init; } = _ => { };

    /// <summary>The stages that were begun, in their order.</summary>
    public List<string> Stages { get; } = [];

    /// <summary>The rounds of training that were told.</summary>
    public List<int> Rounds { get; } = [];

    public void Train(TrainingProgress progress) => Rounds.Add(progress.Round);

    public RunInputs Inputs => InputsOf(policy);

    public RunInputs InputsOf(string yaml)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(yaml.EndsWith('\n') ? yaml : yaml + "\n");
        return new()
        {
            Policy = Read(bytes),
            PolicyBytes = bytes,
            PolicyPath = Path.Combine(Folder.Path, "gate.yml"),
            BaseDirectory = Folder.Path,
            Today = new DateOnly(2026, 1, 1),
            GateVersion = "test",
            Threads = 1,
            Clock = Clock,
        };
    }

    /// <summary>The policy. One that measures something for a test and judges nothing need not say so: that rule has tests of its
    /// own.</summary>
    private static PolicyDocument Read(byte[] bytes)
    {
        try
        {
            return PolicyReader.Read(bytes, "gate.yml", Vocabulary.Current);
        }
        catch (PolicyException e) when (e.Message.Contains("'report_only: true'", StringComparison.Ordinal))
        {
            return PolicyReader.Read(bytes, "gate.yml", Vocabulary.Current, [new("report_only", "true")]);
        }
    }

    public GateResult Run(string yaml) => Execute(InputsOf(yaml));

    public GateResult Execute(RunInputs? inputs = null, CancellationToken cancel = default) =>
        GateRun.ExecuteAsync(inputs ?? Inputs, this, cancel).GetAwaiter().GetResult().Result;

    /// <summary>What the candidate cost in a run.</summary>
    public OperationalFacts Costs() => GateRun.ExecuteAsync(Inputs, this, CancellationToken.None).GetAwaiter().GetResult().Operational;

    /// <summary>The one finding of a policy with one condition.</summary>
    public Finding Finding() => Assert.Single(Execute().Findings);

    public void Begin(string stage)
    {
        Stages.Add(stage);
        AtStage(stage);
    }

    public void Read(ReadProgress progress)
    {
    }

    public void Dispose() => Folder.Dispose();
}
