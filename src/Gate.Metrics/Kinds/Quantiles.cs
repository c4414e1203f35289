namespace Gate.Metrics.Kinds;

/// <summary>Quantiles of weighted numbers.</summary>
internal static class Quantiles
{
    /// <summary>How much of the total weight rounding may take when a sum of weights is compared with a share of it.</summary>
    public const double Rounding = 1e-12;

    /// <summary>
    /// The smallest number that a share of the weight does not exceed; the middle between it and the next where it is exactly that share
    /// (Hyndman and Fan's type 2, numpy's <c>averaged_inverted_cdf</c>): a row twice or with twice the weight is the same. Null without
    /// weight.
    /// </summary>
    /// <param name="ascending">Numbers, smallest first.</param>
    /// <param name="weights">Their weights.</param>
    /// <param name="share">From 0 to 1.</param>
    public static double? Of(ReadOnlySpan<double> ascending, ReadOnlySpan<double> weights, double share)
    {
        double total = 0, sum = 0;
        foreach (double weight in weights) total += weight;
        double crumb = Rounding * total, wanted = share * total;
        int last = -1;
        for (int i = 0; i < ascending.Length; i++)
        {
            if (weights[i] == 0) continue;
            last = i;
            sum += weights[i];
            if (sum > wanted + crumb) return ascending[i];
            if (sum >= wanted - crumb && share > 0) return (ascending[i] + Next(ascending, weights, i)) / 2;
        }
        return last < 0 ? null : ascending[last];
    }

    private static double Next(ReadOnlySpan<double> ascending, ReadOnlySpan<double> weights, int at)
    {
        for (int i = at + 1; i < ascending.Length; i++)
            if (weights[i] > 0) return ascending[i];
        return ascending[at];
    }
}
