namespace Gate.Metrics.Curves;

/// <summary>One point of a ROC curve.</summary>
/// <param name="FalsePositiveRate">At the threshold.</param>
/// <param name="TruePositiveRate">At the threshold.</param>
/// <param name="Threshold">Rows scoring at least this are predicted positive; null for the first point (none is).</param>
public readonly record struct RocPoint(double FalsePositiveRate, double TruePositiveRate, double? Threshold);

/// <summary>One point of a precision-recall curve.</summary>
/// <param name="Recall">At the threshold.</param>
/// <param name="Precision">At the threshold.</param>
/// <param name="Threshold">Rows scoring at least this are predicted positive.</param>
public readonly record struct PrecisionRecallPoint(double Recall, double Precision, double? Threshold);

/// <summary>One bin of a calibration curve.</summary>
/// <param name="MeanScore">The weighted mean score of the bin's rows.</param>
/// <param name="FractionPositive">The weighted share of positives.</param>
/// <param name="Low">Lower end of its Wilson interval.</param>
/// <param name="High">Upper end of its Wilson interval.</param>
/// <param name="Count">Rows in the bin.</param>
public readonly record struct CalibrationBin(double MeanScore, double FractionPositive, double Low, double High, long Count);

/// <summary>Curves of a binary classifier's scores, for the report. Each is empty where it is not defined (no scores, one class).</summary>
public static class ScoreCurves
{
    /// <summary>The ROC curve, as scikit-learn's <c>roc_curve</c> (weights and ties included), thinned to at most <paramref name="maxPoints"/> points that keep its shape.</summary>
    /// <param name="sample">A binary sample with scores.</param>
    /// <param name="rows">Row numbers, or null for all.</param>
    /// <param name="maxPoints">The most points to return.</param>
    public static IReadOnlyList<RocPoint> Roc(Sample sample, int[]? rows, int maxPoints = 200) => throw new NotImplementedException();

    /// <summary>The precision-recall curve, as scikit-learn's <c>precision_recall_curve</c>, thinned.</summary>
    /// <param name="sample">A binary sample with scores.</param>
    /// <param name="rows">Row numbers, or null for all.</param>
    /// <param name="maxPoints">The most points to return.</param>
    public static IReadOnlyList<PrecisionRecallPoint> PrecisionRecall(Sample sample, int[]? rows, int maxPoints = 200) => throw new NotImplementedException();

    /// <summary>A calibration curve over equal-width bins; empty bins are left out.</summary>
    /// <param name="sample">A binary sample with scores from 0 to 1.</param>
    /// <param name="rows">Row numbers, or null for all.</param>
    /// <param name="bins">The number of bins.</param>
    public static IReadOnlyList<CalibrationBin> Calibration(Sample sample, int[]? rows, int bins = 10) => throw new NotImplementedException();

    /// <summary>The weighted share of rows whose score (binary) or predicted value (regression) falls in each bin between <paramref name="edges"/> (the last bin includes its upper edge); rows outside fall in the first or last bin.</summary>
    /// <param name="values">The values.</param>
    /// <param name="weights">Weights, or null.</param>
    /// <param name="rows">Row numbers, or null for all.</param>
    /// <param name="edges">Ascending edges, one more than bins.</param>
    public static double[] Histogram(double[] values, double[]? weights, int[]? rows, double[] edges) => throw new NotImplementedException();
}
