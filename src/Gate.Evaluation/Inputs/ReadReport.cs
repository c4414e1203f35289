using Gate.Data;

namespace Gate.Evaluation.Inputs;

/// <summary>Tells a run's progress how far a read has come.</summary>
/// <param name="progress">The run's progress.</param>
internal sealed class ReadReport(IRunProgress progress) : IProgress<ReadProgress>
{
    public void Report(ReadProgress value) => progress.Read(value);
}
