using Gate.Metrics;

namespace Gate.Bench.Coverage;

/// <summary>A simulated test set.</summary>
/// <param name="Sample">The candidate's rows.</param>
/// <param name="Baseline">The same rows as the baseline sees them, or null.</param>
/// <param name="Grouping">The groups of the rows.</param>
internal sealed record DrawnSet(Sample Sample, Sample? Baseline, Grouping Grouping)
{
    /// <summary>Gathers it on one thread, with a bootstrap of its own.</summary>
    public MetricFrame Gather(ulong seed) => MetricFrame.Gather(Sample, Grouping, new FrameOptions(Seed: seed, Threads: 1), Baseline);
}
