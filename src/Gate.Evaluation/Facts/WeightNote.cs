using Gate.Evaluation.Results;

namespace Gate.Evaluation.Facts;

/// <summary>Says where one row weighs so much that it decides what all others are worth.</summary>
internal static class WeightNote
{
    /// <summary>The share of all weight above which one row is named: ten such rows would be the whole test set.</summary>
    public const double MostOfAll = 0.1;

    /// <summary>The note, or null where no row weighs that much. Rows that all weigh the same are never named, however few they
    /// are.</summary>
    /// <param name="weights">The weights of the measured rows; null where there are none.</param>
    public static string? Of(double[]? weights)
    {
        if (weights is null) return null;
        double all = weights.Sum(), squares = weights.Sum(weight => weight * weight), heaviest = weights.Max();
        if (heaviest <= MostOfAll * all || weights.All(weight => weight == heaviest)) return null;
        string row = NumberText.Count(Array.IndexOf(weights, heaviest) + 1), rows = NumberText.Count(weights.Length);
        return $"Test row {row} has {NumberText.Percent(Math.Round(heaviest / all, 3))} of all weight; the {rows} test rows are worth "
            + $"{NumberText.Bound(Math.Round(all * all / squares, 1))} of equal weight.";
    }
}
