using System.Globalization;
using Gate.Data;
using Gate.Data.Numerics;
using Gate.Evaluation.Results;
using Gate.Metrics;

namespace Gate.Evaluation.Proposals;

/// <summary>Bounds at the level of a first run: as tight as its intervals allow, so that the policy passes today and a worse model does
/// not.</summary>
internal static class Thresholds
{
    /// <summary>What the first run measures: every proposed metric, only reported.</summary>
    public static IReadOnlyList<ProposedCondition> Questions(Proposal draft)
    {
        var questions = new List<ProposedCondition>();
        foreach (string metric in Overall(draft.Task)) questions.Add(new(metric, null, null, "", null, ""));
        foreach (ProposedSensitive sensitive in draft.Sensitive)
            foreach ((string metric, string? compare) in ByGroup(draft.Task))
                questions.Add(new(metric, sensitive.As, compare, "", null, ""));
        return questions;
    }

    /// <summary>The same metrics with bounds.</summary>
    public static IReadOnlyList<ProposedCondition> From(Proposal draft, GateResult first) =>
        [.. Questions(draft).Zip(first.Findings, Bounded)];

    private static ProposedCondition Bounded(ProposedCondition question, Finding finding)
    {
        if (finding.Estimate is not { } estimate)
            return question with { Comment = $"not defined on this data: {finding.Undefined}" };
        (double low, double high) = finding.Interval is { } interval ? (interval.Low, interval.High) : (estimate, estimate);
        bool atLeast = question.Compare is "ratio"
            || (question.Compare is null && MetricCatalogue.Find(question.Metric)?.Direction == Direction.HigherIsBetter);
        string comment =
            string.Create(CultureInfo.InvariantCulture, $"{Round(estimate, 3, MidpointRounding.ToEven)} in the first run, interval "
            + $"{Round(low, 3, MidpointRounding.ToEven)} to {Round(high, 3, MidpointRounding.ToEven)}");
        double bound = atLeast ? Round(low, 2, MidpointRounding.ToNegativeInfinity) : Round(high, 2, MidpointRounding.ToPositiveInfinity);
        return CanFail(question, atLeast, bound) ? question with { Key = atLeast ? "min" : "max", Bound = bound, Comment = comment }
            : question with { Comment = $"{comment}: on so few rows a bound would be one that cannot fail" };
    }

    /// <summary>Whether a bound lies before the end of what there can be.</summary>
    private static bool CanFail(ProposedCondition question, bool atLeast, double bound)
    {
        (double low, double high) = DisparityCatalogue.Find(question.Metric)?.Range ?? MetricCatalogue.Find(question.Metric)!.Range;
        if (question.Compare == "ratio") return bound > 0;
        return atLeast ? bound > low : bound < (question.Compare == "difference" ? high - low : high);
    }

    private static string[] Overall(TaskType task) => task switch
    {
        TaskType.BinaryClassification => ["roc_auc", "balanced_accuracy"],
        TaskType.MulticlassClassification => ["accuracy", "f1_macro"],
        _ => ["r2", "mean_absolute_error"],
    };

    private static (string Metric, string? Compare)[] ByGroup(TaskType task) => task switch
    {
        TaskType.BinaryClassification => [("selection_rate", "ratio"), ("equalized_odds_difference", null)],
        TaskType.MulticlassClassification => [("accuracy", "difference")],
        _ => [("mean_absolute_error", "difference")],
    };

    /// <summary>Two or three significant decimals, scaled to the size of the value.</summary>
    private static double Round(double value, int digits, MidpointRounding mode)
    {
        if (value == 0 || !double.IsFinite(value)) return value;
        int decimals = Math.Clamp(digits - 1 - Portable.Exponent10(value), 0, 15);
        decimals = Math.Abs(value) < 1 ? Math.Max(digits, 2) : decimals;
        return Math.Round(value, decimals, mode);
    }
}
