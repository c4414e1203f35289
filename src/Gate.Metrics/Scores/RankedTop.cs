using Gate.Metrics.Intervals;
using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Scores;

/// <summary>The rows with the highest scores.</summary>
internal static class RankedTop
{
    public static IReadOnlyList<MetricParameter> K { get; } = [new("k", 10, 1, int.MaxValue, true, "How many rows are taken.")];

    /// <summary>The weight of positives among the top rows of weight <paramref name="k"/>: of rows that tie at the cut the expected share.
    /// Null where there is less weight.</summary>
    public static double? Found(RankedRows rows, double k)
    {
        ReadOnlySpan<double> weights = rows.Weights;
        double found = 0, seen = 0, tied = 0, tiedPositives = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            tied += weights[i];
            tiedPositives += weights[i] * rows.Positives[i];
            if (!rows.EndsTie[i]) continue;
            if (seen + tied >= k) return found + tiedPositives * ((k - seen) / tied);
            found += tiedPositives;
            seen += tied;
            tied = tiedPositives = 0;
        }
        return seen >= k * (1 - Quantiles.Rounding) ? found : null;
    }

    /// <summary>The limits of the share of positives among the top rows, of which there are enough; none with weights.</summary>
    public static Limits LimitsOfShare(RankedRows rows, double k)
    {
        double found = Found(rows, k)!.Value, share = found / k;
        if (rows.Weighted) return new NoLimits(share, "with weights, the rows at the top are another share of all in every sample");
        (double positives, double negatives) = RankedTotals.Of(rows);
        double next = Math.Min(k, positives + negatives - k);
        double below = next < 1 ? share : (Math.Min(positives, Found(rows, k + next) ?? positives) - found) / next;
        return new TopLimits(share, k, below);
    }
}
