namespace Gate.Metrics;

/// <summary>A disparity with a name of its own.</summary>
/// <param name="Comparison">What is compared.</param>
/// <param name="Definition">What it measures, in one sentence.</param>
/// <param name="UndefinedWhen">When it is undefined.</param>
/// <param name="Source">Where the definition comes from.</param>
public sealed record NamedDisparity(Comparison Comparison, string Definition, string UndefinedWhen, string Source);
