namespace Gate.Metrics.Curves;

/// <summary>One point of a ROC curve.</summary>
/// <param name="FalsePositiveRate">At the threshold.</param>
/// <param name="TruePositiveRate">At the threshold.</param>
/// <param name="Threshold">Rows scoring at least this are predicted positive; null for the first point (none is).</param>
public readonly record struct RocPoint(double FalsePositiveRate, double TruePositiveRate, double? Threshold);
