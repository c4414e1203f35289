using Gate.Data;
using Gate.Metrics.Groups;

namespace Gate.Metrics.Cells;

/// <summary>Refuses counts that break the contract of <see cref="GatheredCounts"/>, before a code is read as an index.</summary>
internal static class CountChecks
{
    // Sums of weights are rounded: this much more than Cauchy's inequality allows is no contradiction.
    private const double Rounding = 1e-9;

    public static void Check(GatheredCounts counts, Grouping grouping)
    {
        bool regression = counts.Task == TaskType.Regression;
        int classes = regression ? 1 : counts.Classes.Count;
        Require(regression || classes >= 2, "the counts are of fewer than two classes");
        Require(counts.Task != TaskType.BinaryClassification || classes == 2, $"the counts are of a binary task with {classes} classes");
        Require(!(regression && (counts.HasPredictions || counts.HasBaseline)), "numbers that a regression predicts cannot be counted");
        Require(!counts.HasBaseline || counts.HasPredictions, "the counts have predictions of the baseline and none of the candidate");
        var seen = new bool[grouping.Groups.Count];
        foreach (Cell cell in counts.Cells)
        {
            Require((uint)cell.Group < (uint)seen.Length, $"{cell} is of no group: there are {seen.Length}");
            Require((uint)cell.Label < (uint)classes, $"{cell} has a label outside the {classes} classes");
            Require((uint)cell.Prediction < (uint)(counts.HasPredictions ? classes : 1), $"{cell} has a prediction outside its classes");
            Require((uint)cell.Baseline < (uint)(counts.HasBaseline ? classes : 1), $"{cell} has a baseline outside its classes");
            Require(cell.Count > 0, $"{cell} counts no row");
            Require(double.IsFinite(cell.Weight) && cell.Weight >= 0, $"{cell} has a weight that is not finite or negative");
            Require(double.IsFinite(cell.Square) && cell.Square >= 0, $"{cell} has squared weights that are not finite or negative");
            Require(cell.Weight * cell.Weight <= cell.Count * cell.Square * (1 + Rounding),
                $"{cell} has smaller squared weights than rows of its weight can have");
            seen[cell.Group] = true;
        }
        int empty = Array.IndexOf(seen, false);
        Require(empty < 0, empty < 0 ? "" : $"the group {string.Join(", ", grouping.Groups[empty].Values)} has no cell");
    }

    private static void Require(bool holds, string message)
    {
        if (!holds) throw new ArgumentException(message);
    }
}
