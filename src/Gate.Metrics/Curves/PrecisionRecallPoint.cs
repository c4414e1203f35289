namespace Gate.Metrics.Curves;

/// <summary>One point of a precision-recall curve.</summary>
/// <param name="Recall">At the threshold.</param>
/// <param name="Precision">At the threshold.</param>
/// <param name="Threshold">Rows scoring at least this are predicted positive.</param>
public readonly record struct PrecisionRecallPoint(double Recall, double Precision, double? Threshold);
