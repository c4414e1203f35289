using Gate.Data;
using Gate.Evaluation.Candidates;
using Gate.Evaluation.Checks;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;
using Gate.Wording;

namespace Gate.Evaluation.Facts;

/// <summary>Says where the scores of the candidate do not mean what a reader would think.</summary>
internal static class ScoreNotes
{
    /// <summary>In fewer rows it may be an accident.</summary>
    private const int FewestRows = 20;

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

    /// <summary>What is true of the output of one model.</summary>
    public static IEnumerable<string> Of(PlacedModel placed, Sample sample) =>
        ((string?[])[OfThreshold(placed, sample), OfDecided(placed, sample), OfOneClass(placed, sample)]).OfType<string>();

    /// <summary>Scores that are 0 or 1 are classes that somebody has decided; null for others.</summary>
    private static string? OfDecided(PlacedModel placed, Sample sample) =>
        placed.Spec is PredictionsSpec && sample.Truth.Task == TaskType.BinaryClassification
            && sample.Output is ClassOutput { Scores: { Length: >= FewestRows } scores } && scores.All(score => score is 0 or 1)
            ? $"The scores{placed.Suffix} are 0 or 1 and nothing between, as classes are that were decided: metrics of scores (roc_auc, "
                + "log_loss, calibration) say nothing then that accuracy does not. Name the model's probabilities as 'score'."
            : null;

    /// <summary>Predictions of one class only; null where there are several.</summary>
    private static string? OfOneClass(PlacedModel placed, Sample sample)
    {
        if (sample.Output is not ClassOutput { Codes: { Length: >= FewestRows } labels } || labels.Any(label => label != labels[0]))
            return null;
        return $"All {NumberText.Count(labels.Length)} test rows are predicted as '{Shown.Of(sample.Truth.Classes[labels[0]])}'"
            + $"{placed.Suffix}: groups are then treated alike whatever the model is, and conditions on what they are selected for say "
            + "nothing of it.";
    }

    /// <summary>What the policy's own threshold does to scores that are no probabilities; null where they are.</summary>
    private static string? OfThreshold(PlacedModel placed, Sample sample)
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
