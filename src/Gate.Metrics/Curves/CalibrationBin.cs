namespace Gate.Metrics.Curves;

/// <summary>One bin of a calibration curve.</summary>
/// <param name="MeanScore">The weighted mean score of the bin's rows.</param>
/// <param name="FractionPositive">The weighted share of positives.</param>
/// <param name="Low">Lower end of its Wilson interval.</param>
/// <param name="High">Upper end of its Wilson interval.</param>
/// <param name="Count">Rows in the bin.</param>
public readonly record struct CalibrationBin(double MeanScore, double FractionPositive, double Low, double High, long Count);
