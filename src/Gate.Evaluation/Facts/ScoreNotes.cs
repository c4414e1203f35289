using Gate.Data;
using Gate.Evaluation.Candidates;
using Gate.Evaluation.Checks;
using Gate.Evaluation.Results;
using Gate.Metrics;

namespace Gate.Evaluation.Facts;

/// <summary>Says where the scores of the candidate do not mean what a reader would think.</summary>
internal static class ScoreNotes
{
    private static readonly string[] areas = ["roc_auc", "roc_auc_ovr"];

    /// <summary>Adds what the measured areas say: scores that rank the wrong way round stand in the headline too, since whoever reads a
    /// verdict on them must not miss it.</summary>
    /// <param name="result">The result with the metrics of all rows.</param>
    public static GateResult Add(GateResult result)
    {
        MetricFact? wrong = result.Overall.FirstOrDefault(fact => areas.Contains(fact.Metric) && fact.Interval?.High < 0.5);
        if (wrong is null) return result;
        string value = $"{wrong.Metric} is {NumberText.Estimate(wrong.Estimate, wrong.Interval)}";
        return result with
        {
            Headline = $"{result.Headline} The scores rank the wrong way round: {value}.",
            Notes = [$"{value} ({NumberText.Percent(wrong.Interval!.Confidence)} interval "
                + $"{NumberText.Interval(wrong.Estimate, wrong.Interval)}), wholly below 0.5: the higher a score, the less likely its "
                + "class. " + Remedy(result), .. result.Notes],
        };
    }

    /// <summary>What the policy's own threshold does to scores that are no probabilities; null where they are.</summary>
    public static string? OfThreshold(PlacedModel placed, Sample sample)
    {
        if (sample is not { Truth.Task: TaskType.BinaryClassification, Output: ClassOutput { Scores: { Length: > 0 } scores } }
            || placed.Spec is not { ScoreType: null, IsThresholded: true, StatesThreshold: true }) return null;
        var range = ScoreRange.Of(scores);
        return range.Within(0, 1) ? null : $"The scores{placed.Suffix} {range.Text} and are no probabilities; the policy's threshold "
            + $"{NumberText.Bound(placed.Spec.Threshold)} selects {NumberText.Count(range.AtLeast(placed.Spec.Threshold))} of "
            + $"{NumberText.Count(scores.Length)} rows. 'score_type' says what they are.";
    }

    private static string Remedy(GateResult result) => result.Data.Positive is { } positive
        ? $"They may be scores of the other class, or data.positive names the wrong one ('{positive}'): look at both before you believe "
            + "any number here."
        : "The columns of the classes may be swapped: look at them before you believe any number here.";
}
