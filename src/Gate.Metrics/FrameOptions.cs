namespace Gate.Metrics;

/// <summary>How intervals are made.</summary>
/// <param name="Confidence">The nominal coverage, such as 0.95.</param>
/// <param name="Replicates">The number of bootstrap replicates.</param>
/// <param name="Seed">The seed of the bootstrap; same seed, same replicates, whatever the number of threads.</param>
/// <param name="Threads">How many threads may work; 0 for all cores.</param>
/// <param name="IsSameModel">Whether candidate and baseline are known to be one model, by its digest. That two models say the same of all
/// rows does not make them one.</param>
public sealed record FrameOptions(double Confidence = 0.95, int Replicates = 1000, ulong Seed = 0, int Threads = 0,
    bool IsSameModel = false);
