namespace Gate.Evaluation.Families;

/// <summary>p-values corrected for their number: each becomes the smallest error rate of the whole family at which its own hypothesis is
/// rejected.</summary>
internal static class Multiplicity
{
    /// <summary>Holm's step-down procedure (S. Holm, Scandinavian Journal of Statistics 6, 1979). It holds whatever the
    /// dependence.</summary>
    /// <param name="pValues">The p-values, in any order.</param>
    public static double[] Holm(IReadOnlyList<double> pValues)
    {
        int[] order = Ascending(pValues);
        var adjusted = new double[order.Length];
        double largest = 0;
        for (int i = 0; i < order.Length; i++)
        {
            largest = Math.Max(largest, Math.Min(1, (order.Length - i) * pValues[order[i]]));
            adjusted[order[i]] = largest;
        }
        return adjusted;
    }

    /// <summary>Benjamini and Hochberg's step-up procedure (JRSS B 57, 1995). It holds for independent and for positively dependent
    /// tests.</summary>
    /// <param name="pValues">The p-values, in any order.</param>
    public static double[] BenjaminiHochberg(IReadOnlyList<double> pValues)
    {
        int[] order = Ascending(pValues);
        var adjusted = new double[order.Length];
        double smallest = 1;
        for (int i = order.Length - 1; i >= 0; i--)
        {
            smallest = Math.Min(smallest, order.Length * pValues[order[i]] / (i + 1));
            adjusted[order[i]] = smallest;
        }
        return adjusted;
    }

    private static int[] Ascending(IReadOnlyList<double> pValues) => [.. Enumerable.Range(0, pValues.Count).OrderBy(i => pValues[i])];
}
