using System.Text;
using Gate.Data;
using Gate.Evaluation;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Policy;
using Gate.Tests.Data;

namespace Gate.Tests.Evaluation.Loading;

/// <summary>A policy beside its data, run in memory.</summary>
internal sealed class PolicyRun : IRunProgress, IDisposable
{
    /// <summary>Called at each stage, for tests that meddle with files meanwhile.</summary>
    public Action<string> AtStage { get; init; } = _ => { };

    public DataFolder Folder { get; } = new();

    public RunInputs Inputs(string yaml)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(yaml);
        return new()
        {
            Policy = PolicyReader.Read(bytes, "gate.yml", Vocabulary.Current),
            PolicyBytes = bytes,
            PolicyPath = Path.Combine(Folder.Path, "gate.yml"),
            BaseDirectory = Folder.Path,
            Today = new DateOnly(2026, 1, 1),
            GateVersion = "0",
            Threads = 1,
        };
    }

    public GateResult Run(string yaml) => Execute(Inputs(yaml), this);

    public static GateResult Execute(RunInputs inputs, IRunProgress progress) =>
        GateRun.ExecuteAsync(inputs, progress, CancellationToken.None).GetAwaiter().GetResult().Result;

    public void Begin(string stage) => AtStage(stage);

    public void Read(ReadProgress progress)
    {
    }

    public void Dispose() => Folder.Dispose();
}
