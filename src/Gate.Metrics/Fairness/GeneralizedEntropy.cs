using Gate.Data.Numerics;
using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Fairness;

/// <summary>The benefit that a decision gives a row: predicted minus true class plus 1, so 0 for a false negative, 1 for a right one, 2 for
/// a false positive (Speicher et al. 2018).</summary>
internal static class Benefits
{
    /// <summary>The sum of the benefits, by weight.</summary>
    public static double Sum(Confusion cells) => cells.TrueNegatives + cells.TruePositives + 2 * cells.FalsePositives;
}

/// <summary>The formula of generalised entropy, row by row.</summary>
internal static class GeneralizedEntropy
{
    public const string NoBenefitOfOne = "a benefit is 0 and alpha is not above 0, so the index is infinite";
    public const string NoBenefitAtAll = "all rows are false negatives, so nobody has a benefit";

    /// <summary>The parameter that it leaves open.</summary>
    public static IReadOnlyList<MetricParameter> Parameters { get; } =
        [new("alpha", 2, -10, 10, IsWhole: false, "How much large benefits weigh: 1 is the Theil index, 2 half the squared coefficient of "
            + "variation, 0 the mean log deviation.")];

    /// <summary>What a row whose benefit is <paramref name="ratio"/> times the mean adds; the index is the mean of these. Infinite for a
    /// ratio of 0 where alpha is not above 0.</summary>
    public static double Term(double ratio, double alpha) => alpha switch
    {
        0 => -Portable.Log(ratio),
        1 => ratio == 0 ? 0 : ratio * Portable.Log(ratio),
        2 => (ratio * ratio - 1) / 2,
        _ => (Portable.Pow(ratio, alpha) - 1) / (alpha * (alpha - 1)),
    };

    /// <summary>The index of a confusion matrix of two classes.</summary>
    public static MetricValue Of(Confusion cells, double alpha)
    {
        double weight = cells.Total, sum = Benefits.Sum(cells);
        if (weight == 0) return MetricValue.Missing(Reasons.NoRows);
        if (sum == 0) return MetricValue.Missing(NoBenefitAtAll);
        double mean = sum / weight, entropy = 0;
        foreach ((double rows, double benefit) in (ReadOnlySpan<(double, double)>)[(cells.FalseNegatives, 0),
            (cells.TrueNegatives + cells.TruePositives, 1), (cells.FalsePositives, 2)])
        {
            if (rows == 0) continue;
            double term = Term(benefit / mean, alpha);
            if (double.IsInfinity(term)) return MetricValue.Missing(NoBenefitOfOne);
            entropy += rows * term;
        }
        // An entropy is never negative; rounding may leave a crumb below 0.
        return MetricValue.Of(Math.Max(0, entropy / weight));
    }
}
