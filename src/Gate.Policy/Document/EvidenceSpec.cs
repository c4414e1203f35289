namespace Gate.Policy.Document;

/// <summary>The least evidence that a group needs to be judged.</summary>
/// <param name="MinCount">Rows.</param>
/// <param name="MinPositives">Rows whose label is positive, for metrics that need them.</param>
/// <param name="MinNegatives">Rows whose label is negative, for metrics that need them.</param>
/// <param name="MinPredictedPositives">Rows predicted positive, for metrics that need them.</param>
public sealed record EvidenceSpec(long MinCount = 30, long MinPositives = 10, long MinNegatives = 10, long MinPredictedPositives = 10);
