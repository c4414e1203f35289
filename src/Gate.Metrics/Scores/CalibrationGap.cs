using Gate.Data;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Scores;

/// <summary>How far probabilities are from what happened, bin by bin, over rows in ascending order of confidence.</summary>
internal static class CalibrationGap
{
    public static IReadOnlyList<MetricParameter> Bins { get; } = [new("bins", 10, 1, 1000, true, "The number of bins.")];

    /// <summary>Writes 1 where the row is positive (binary) or its class of the highest score, the first of equals, is its label.</summary>
    public static string? Read(Sample sample, int row, Span<double> terms)
    {
        int label = sample.Labels![row];
        if (sample.Task == TaskType.BinaryClassification)
        {
            terms[0] = label == Sample.Positive ? 1 : 0;
            return sample.Scores![row] is >= 0 and <= 1 ? null : Reasons.NotProbabilities;
        }
        ReadOnlySpan<double> scores = sample.Scores.AsSpan(row * sample.Classes.Count, sample.Classes.Count);
        int top = 0;
        for (int k = 0; k < scores.Length; k++)
        {
            if (scores[k] is not (>= 0 and <= 1)) return Reasons.NotProbabilities;
            if (scores[k] > scores[top]) top = k;
        }
        terms[0] = top == label ? 1 : 0;
        return null;
    }

    /// <summary>Bins (i/n, (i+1)/n], the first with 0.</summary>
    public static List<GapBin> EqualWidth(OrderedRows rows, int bins)
    {
        ReadOnlySpan<double> weights = rows.Weights, happened = rows.Term(0), confidence = rows.Keys;
        var found = new List<GapBin>(bins);
        // Rows ascend: a bin goes on up to its edge.
        double edge = double.NegativeInfinity;
        GapBin bin = default;
        for (int i = 0; i < weights.Length; i++)
        {
            if (weights[i] == 0) continue;
            if (confidence[i] > edge)
            {
                Close(found, ref bin);
                edge = EqualWidthBins.UpperEdge(EqualWidthBins.Of(confidence[i], bins), bins);
            }
            bin = With(bin, weights[i], confidence[i], happened[i]);
        }
        Close(found, ref bin);
        return found;
    }

    /// <summary>Bins that end at the n-quantiles of the confidence. Ties are not torn apart, so the order of rows does not
    /// matter.</summary>
    public static List<GapBin> EqualFrequency(OrderedRows rows, int bins)
    {
        ReadOnlySpan<double> weights = rows.Weights, happened = rows.Term(0), confidence = rows.Keys;
        var found = new List<GapBin>(bins);
        double total = rows.Total(), seen = 0, next = 1;
        GapBin bin = default;
        for (int i = 0; i < weights.Length; i++)
        {
            bin = With(bin, weights[i], confidence[i], happened[i]);
            seen += weights[i];
            double reached = seen / total * bins * (1 + Quantiles.Rounding);
            if (!rows.EndsTie[i] || !(reached >= next)) continue;
            Close(found, ref bin);
            next = Math.Floor(reached) + 1;
        }
        Close(found, ref bin);
        return found;
    }

    private static GapBin With(GapBin bin, double weight, double confidence, double happened) =>
        new(bin.Weight + weight, bin.Expected + weight * confidence, bin.Happened + weight * happened);

    private static void Close(List<GapBin> bins, ref GapBin bin)
    {
        if (bin.Weight > 0) bins.Add(bin);
        bin = default;
    }
}
