using System.Globalization;
using Gate.Data;
using Gate.Data.Numerics;

namespace Gate.Evaluation.Proposals;

/// <summary>Bounds that one can give a reason for before anything is measured: norms that others hold to, and margins over a dummy that
/// learns nothing. None comes from the first run: a bound at what a model does today makes a rule of whatever that is.</summary>
internal static class Norms
{
    /// <summary>The name of the conditions of a norm, in their <c>why</c>.</summary>
    public const string FourFifths = "Four-fifths rule, 29 CFR 1607.4(D)";

    /// <summary>More conditions than these nobody reads; further columns are kept out of the features, and not compared.</summary>
    public const int MostCompared = 4;

    private const double LeastRatio = 0.8, MostDifference = 0.1, Margin = 0.1, SmallMargin = 0.05;

    /// <summary>The conditions for a draft.</summary>
    public static IReadOnlyList<ProposedCondition> Of(Proposal draft, Column label) => [.. Overall(draft, label),
        .. draft.Sensitive.Take(MostCompared).SelectMany(sensitive => ByGroup(draft, sensitive.As))];

    private static IEnumerable<ProposedCondition> Overall(Proposal draft, Column label)
    {
        if (draft.Task == TaskType.Regression)
        {
            double dummy = Deviation((NumericColumn)label);
            yield return new("r2", null, null, "min", Margin, $"{Number(Margin)} above the dummy, which always says the mean and has 0");
            yield return new("mean_absolute_error", null, null, "max", Round(dummy * (1 - Margin)),
                $"a tenth below the dummy, which always says the median and has {Number(Round(dummy))}");
            yield break;
        }
        bool hasScores = draft.Output is null || draft.Output.Score.Count > 0;
        int classes = label.ToCategories().Categories.Length;
        double guessing = Round(1.0 / classes);
        if (draft.Task == TaskType.BinaryClassification && hasScores)
            yield return new("roc_auc", null, null, "min", 0.5 + Margin, $"{Number(Margin)} above the dummy, which has 0.5");
        yield return new("balanced_accuracy", null, null, "min", Round(guessing + Margin),
            $"{Number(Margin)} above the dummy, which always says one class and has {Number(guessing)}");
        if (draft.Task == TaskType.BinaryClassification) yield break;
        double largest = Round(LargestShare(label.ToCategories())), margin = Math.Min(SmallMargin, Round((1 - largest) / 2));
        yield return new("accuracy", null, null, "min", Round(largest + margin),
            $"{Number(margin)} above the dummy, which always says the commonest class and has {Number(largest)}");
    }

    private static IEnumerable<ProposedCondition> ByGroup(Proposal draft, string by)
    {
        const string custom = "no law says how much; 0.1 is often taken";
        switch (draft.Task)
        {
            case TaskType.BinaryClassification:
                yield return draft.PositiveIsHarm
                    ? new("selection_rate", by, "difference", "max", MostDifference,
                        $"the ratio of a harm is no four-fifths rule; {custom}")
                    : new("selection_rate", by, "ratio", "min", LeastRatio, FourFifths, IsNorm: true);
                yield return new("equalized_odds_difference", by, null, "max", MostDifference, custom);
                break;
            case TaskType.MulticlassClassification:
                yield return new("accuracy", by, "difference", "max", MostDifference, custom);
                break;
            default:
                yield return new("mean_absolute_error", by, "ratio", "min", LeastRatio,
                    "four fifths, borrowed from the rule on selections");
                break;
        }
    }

    /// <summary>The mean distance from the median.</summary>
    private static double Deviation(NumericColumn label)
    {
        double[] values = [.. label.Values.Where(double.IsFinite).Order()];
        return values.Average(value => Math.Abs(value - values[values.Length / 2]));
    }

    private static double LargestShare(CategoryColumn label) => label.Codes.Where(code => code >= 0).GroupBy(code => code)
        .Max(rows => rows.Count()) / (double)(label.Count - label.MissingCount);

    /// <summary>Three digits.</summary>
    private static double Round(double value) => value == 0 ? 0 : Math.Round(value, Math.Clamp(2 - Portable.Exponent10(value), 0, 15));

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
