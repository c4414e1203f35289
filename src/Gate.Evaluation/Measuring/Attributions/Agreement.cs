using Gate.Data.Numerics;

namespace Gate.Evaluation.Measuring.Attributions;

/// <summary>How alike two lists of sizes order the same columns.</summary>
internal static class Agreement
{
    /// <summary>Spearman's rank correlation, with mean ranks of ties; null where one list is all the same.</summary>
    public static double? RankCorrelation(double[] first, double[] second)
    {
        double[] a = Ranks(first), b = Ranks(second);
        double mean = (a.Length + 1) / 2.0, both = 0, one = 0, other = 0;
        for (int i = 0; i < a.Length; i++)
        {
            both += (a[i] - mean) * (b[i] - mean);
            one += (a[i] - mean) * (a[i] - mean);
            other += (b[i] - mean) * (b[i] - mean);
        }
        return one > 0 && other > 0 ? Math.Clamp(both / Math.Sqrt(one * other), -1, 1) : null;
    }

    /// <summary>
    /// The normalised discounted cumulative gain (Järvelin and Kekäläinen 2002; scikit-learn's <c>ndcg_score</c>): relevances in the
    /// order of sizes over relevances in their own order, each divided by the logarithm of its place plus one; null where no relevance is
    /// above 0. Columns of equal size share the mean of their relevances.
    /// </summary>
    public static double? Ndcg(double[] relevances, double[] sizes)
    {
        double ideal = Gain(relevances, relevances);
        return ideal > 0 ? Gain(relevances, sizes) / ideal : null;
    }

    private static double Gain(double[] relevances, double[] sizes)
    {
        double gain = 0;
        int place = 0;
        foreach (IGrouping<double, int> tied in Enumerable.Range(0, sizes.Length).GroupBy(i => sizes[i])
            .OrderByDescending(tied => tied.Key))
        {
            double mean = tied.Average(i => relevances[i]);
            for (int i = 0; i < tied.Count(); i++) gain += mean * Portable.Log(2) / Portable.Log(2 + place++);
        }
        return gain;
    }

    private static double[] Ranks(double[] values)
    {
        var ranks = new double[values.Length];
        int before = 0;
        foreach (IGrouping<double, int> tied in Enumerable.Range(0, values.Length).GroupBy(i => values[i]).OrderBy(tied => tied.Key))
        {
            int count = tied.Count();
            foreach (int i in tied) ranks[i] = before + (count + 1) / 2.0;
            before += count;
        }
        return ranks;
    }
}
