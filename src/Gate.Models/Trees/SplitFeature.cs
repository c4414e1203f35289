using Gate.Models.Features;

namespace Gate.Models.Trees;

/// <summary>
/// A feature made ready for exact splitting: every value replaced by its rank among the distinct ones, once for the whole tree, so that a
/// node gathers a histogram of ranks and needs no sorting of numbers.
/// </summary>
/// <param name="Kind">A number or a category.</param>
/// <param name="Codes">One code a row: the rank of a number, with missing after the last; the level of a category.</param>
/// <param name="Distinct">The distinct numbers, ascending; empty for a category.</param>
/// <param name="CodeCount">The number of codes, missing included.</param>
internal sealed record SplitFeature(InputKind Kind, int[] Codes, double[] Distinct, int CodeCount)
{
    /// <summary>The code of a missing number; not a code of any row of a category.</summary>
    public int MissingCode => Kind == InputKind.Number ? Distinct.Length : -1;

    public static SplitFeature Of(FeatureValues values, ModelInput info) => values.Numbers is { } numbers
        ? Rank(numbers)
        : new(InputKind.Category, values.Levels!, [], info.Levels);

    private static SplitFeature Rank(double[] numbers)
    {
        var order = new int[numbers.Length];
        int present = 0;
        for (int row = 0; row < numbers.Length; row++)
            if (!double.IsNaN(numbers[row])) order[present++] = row;
        double[] sorted = Array.ConvertAll(order[..present], row => numbers[row]);
        Array.Sort(sorted, order, 0, present);

        var codes = new int[numbers.Length];
        var distinct = new List<double>();
        for (int i = 0; i < present; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1]) distinct.Add(sorted[i]);
            codes[order[i]] = distinct.Count - 1;
        }
        if (present < numbers.Length)
        {
            for (int row = 0; row < numbers.Length; row++)
                if (double.IsNaN(numbers[row])) codes[row] = distinct.Count;
        }
        return new(InputKind.Number, codes, [.. distinct], distinct.Count + 1);
    }
}
