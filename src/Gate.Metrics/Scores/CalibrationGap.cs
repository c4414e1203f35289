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

    /// <summary>The mean and the largest gap of bins (i/n, (i+1)/n], the first with 0; null without weight.</summary>
    public static (double Mean, double Largest)? EqualWidth(OrderedRows rows, int bins)
    {
        ReadOnlySpan<double> weights = rows.Weights, happened = rows.Term(0), confidence = rows.Keys;
        double sum = 0, largest = 0, total = 0, gap = 0, weight = 0;
        // Rows ascend: a bin goes on up to its edge.
        double edge = double.NegativeInfinity;
        for (int i = 0; i < weights.Length; i++)
        {
            if (weights[i] == 0) continue;
            if (confidence[i] > edge)
            {
                Close();
                edge = EqualWidthBins.UpperEdge(EqualWidthBins.Of(confidence[i], bins), bins);
            }
            gap += weights[i] * (happened[i] - confidence[i]);
            weight += weights[i];
        }
        Close();
        return total == 0 ? null : (sum / total, largest);

        void Close()
        {
            if (weight == 0) return;
            sum += Math.Abs(gap);
            largest = Math.Max(largest, Math.Abs(gap) / weight);
            total += weight;
            gap = weight = 0;
        }
    }

    /// <summary>The mean gap of bins that end at the n-quantiles of the confidence; null without weight. Ties are not torn apart, so the
    /// order of rows does not matter.</summary>
    public static double? EqualFrequency(OrderedRows rows, int bins)
    {
        ReadOnlySpan<double> weights = rows.Weights, happened = rows.Term(0), confidence = rows.Keys;
        double total = rows.Total(), seen = 0, gap = 0, sum = 0, next = 1;
        if (total == 0) return null;
        for (int i = 0; i < weights.Length; i++)
        {
            gap += weights[i] * (happened[i] - confidence[i]);
            seen += weights[i];
            double reached = seen / total * bins * (1 + Quantiles.Rounding);
            if (!rows.EndsTie[i] || reached < next) continue;
            sum += Math.Abs(gap);
            gap = 0;
            next = Math.Floor(reached) + 1;
        }
        return (sum + Math.Abs(gap)) / total;
    }
}
