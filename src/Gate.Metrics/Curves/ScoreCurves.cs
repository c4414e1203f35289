using Gate.Data;
using Gate.Metrics.Intervals;
using Gate.Metrics.Scores;

namespace Gate.Metrics.Curves;

/// <summary>Curves of a binary classifier's scores, for the report. Each is empty where it is not defined (no scores, one class).</summary>
public static class ScoreCurves
{
    /// <summary>The ROC curve, as scikit-learn's <c>roc_curve</c> (weights and ties included), thinned to at most
    /// <paramref name="maxPoints"/> points that keep its shape.</summary>
    /// <param name="sample">A binary sample with scores.</param>
    /// <param name="rows">Row numbers, or null for all.</param>
    /// <param name="maxPoints">The most points to return.</param>
    public static IReadOnlyList<RocPoint> Roc(Sample sample, int[]? rows, int maxPoints = 200) =>
        Roc(ThresholdCounts.Of(sample, rows), maxPoints);

    /// <summary>The precision-recall curve, as scikit-learn's <c>precision_recall_curve</c>, thinned.</summary>
    /// <param name="sample">A binary sample with scores.</param>
    /// <param name="rows">Row numbers, or null for all.</param>
    /// <param name="maxPoints">The most points to return.</param>
    public static IReadOnlyList<PrecisionRecallPoint> PrecisionRecall(Sample sample, int[]? rows, int maxPoints = 200) =>
        PrecisionRecall(ThresholdCounts.Of(sample, rows), maxPoints);

    /// <summary>Both curves of rows that are sorted once.</summary>
    /// <param name="sample">A binary sample with scores.</param>
    /// <param name="rows">Row numbers, or null for all.</param>
    /// <param name="maxPoints">The most points of each.</param>
    /// <param name="threads">How many threads may work; 0 for all cores.</param>
    /// <param name="cancel">Stops the work.</param>
    public static (IReadOnlyList<RocPoint> Roc, IReadOnlyList<PrecisionRecallPoint> PrecisionRecall) RocAndPrecisionRecall(Sample sample,
        int[]? rows, int maxPoints = 200, int threads = 0, CancellationToken cancel = default)
    {
        ThresholdCounts counts = ThresholdCounts.Of(sample, rows, threads, cancel);
        return (Roc(counts, maxPoints), PrecisionRecall(counts, maxPoints));
    }

    private static IReadOnlyList<RocPoint> Roc(ThresholdCounts counts, int maxPoints)
    {
        double positives = counts.Positives, negatives = counts.Negatives;
        if (positives == 0 || negatives == 0) return [];
        int[] corners = [-1, .. counts.Corners()];
        RocPoint[] points = Array.ConvertAll(corners, i => i < 0
            ? new RocPoint(0, 0, null)
            : new RocPoint(counts.FalsePositives[i] / negatives, counts.TruePositives[i] / positives, counts.Thresholds[i]));
        return Thinning.Keep(points, static point => (point.FalsePositiveRate, point.TruePositiveRate), maxPoints);
    }

    private static IReadOnlyList<PrecisionRecallPoint> PrecisionRecall(ThresholdCounts counts, int maxPoints)
    {
        double positives = counts.Positives;
        if (positives == 0) return [];
        var points = new List<PrecisionRecallPoint>();
        for (int i = counts.Thresholds.Length - 1; i >= 0; i--)
        {
            double found = counts.TruePositives[i], predicted = found + counts.FalsePositives[i];
            if (predicted > 0) points.Add(new PrecisionRecallPoint(found / positives, found / predicted, counts.Thresholds[i]));
        }
        points.Add(new PrecisionRecallPoint(0, 1, null));
        return Thinning.Keep([.. points], static point => (point.Recall, point.Precision), maxPoints);
    }

    /// <summary>A calibration curve over equal-width bins; empty bins are left out.</summary>
    /// <param name="sample">A binary sample with scores from 0 to 1.</param>
    /// <param name="rows">Row numbers, or null for all.</param>
    /// <param name="bins">The number of bins.</param>
    public static IReadOnlyList<CalibrationBin> Calibration(Sample sample, int[]? rows, int bins = 10)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        if (sample.Scores is null || sample.Labels is null || sample.Task != TaskType.BinaryClassification) return [];
        var sums = new (double Weight, double Square, double Score, double Positive, long Count)[bins];
        foreach (int row in RowNumbers(rows, sample.Rows))
        {
            double score = sample.Scores[row], weight = sample.Weights?[row] ?? 1;
            if (score is not (>= 0 and <= 1)) return [];
            ref var bin = ref sums[EqualWidthBins.Of(score, bins)];
            bin = (bin.Weight + weight, bin.Square + weight * weight, bin.Score + weight * score,
                bin.Positive + (sample.Labels[row] == Sample.Positive ? weight : 0), bin.Count + 1);
        }
        return [.. sums.Where(bin => bin.Weight > 0).Select(bin =>
        {
            double share = bin.Positive / bin.Weight;
            Interval interval = ShareLimits.Of(share, EffectiveSize.Of(bin.Weight, bin.Square), CalibrationConfidence);
            return new CalibrationBin(bin.Score / bin.Weight, share, interval.Low, interval.High, bin.Count);
        })];
    }

    /// <summary>The weighted share of rows whose score (binary) or predicted value (regression) falls in each bin between
    /// <paramref name="edges"/> (the last bin includes its upper edge); rows outside fall in the first or last bin.</summary>
    /// <param name="values">The values.</param>
    /// <param name="weights">Weights, or null.</param>
    /// <param name="rows">Row numbers, or null for all.</param>
    /// <param name="edges">Ascending edges, one more than bins.</param>
    public static double[] Histogram(double[] values, double[]? weights, int[]? rows, double[] edges)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(edges);
        if (edges.Length < 2) throw new ArgumentException("a histogram needs at least two edges", nameof(edges));
        var shares = new double[edges.Length - 1];
        double total = 0;
        foreach (int row in RowNumbers(rows, values.Length))
        {
            int found = Array.BinarySearch(edges, values[row]);
            int bin = Math.Clamp(found >= 0 ? found : ~found - 1, 0, shares.Length - 1);
            double weight = weights?[row] ?? 1;
            shares[bin] += weight;
            total += weight;
        }
        if (total > 0)
            for (int bin = 0; bin < shares.Length; bin++) shares[bin] /= total;
        return shares;
    }

    private const double CalibrationConfidence = 0.95;

    private static IEnumerable<int> RowNumbers(int[]? rows, int count) => rows ?? Enumerable.Range(0, count);
}
