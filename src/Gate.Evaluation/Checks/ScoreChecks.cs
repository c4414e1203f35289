using Gate.Data;
using Gate.Evaluation.Candidates;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;
using Gate.Wording;

namespace Gate.Evaluation.Checks;

/// <summary>
/// Refuses scores that are not what they are taken for. A threshold of 0.5 on percentages or log-odds selects nearly everyone, and a
/// comparison of groups in which everyone is selected passes.
/// </summary>
internal static class ScoreChecks
{
    /// <summary>Holds the scores of a model against what the policy says that they are.</summary>
    /// <exception cref="DataException">They are something else, or the policy does not say and its threshold is not stated.</exception>
    public static void Require(PlacedModel placed, Sample sample)
    {
        if (sample is not { Truth.Task: TaskType.BinaryClassification, Output: ClassOutput { Scores: { Length: > 0 } scores } }) return;
        var range = ScoreRange.Of(scores);
        ModelSpec spec = placed.Spec;
        if (Problem(spec, range) is { } problem) throw new DataException($"{Subject(placed)} {range.Text}, {problem}");
        if (spec.ScoreType is null && spec is { IsThresholded: true, StatesThreshold: false } && !range.Within(0, 1))
            throw new DataException($"{Subject(placed)} {range.Text}, and probabilities lie from 0 to 1; the policy does not state a "
                + $"threshold, and 0.5 would select {NumberText.Count(range.AtLeast(ModelSpec.DefaultThreshold))} of "
                + $"{NumberText.Count(scores.Length)} rows. Say in '{placed.Key}' what they are, {Proposed(range)}, or state the "
                + "'threshold' that decides");
    }

    private static string? Problem(ModelSpec spec, ScoreRange range) => spec.ScoreType switch
    {
        ScoreTypeSpec.Probability when !range.Within(0, 1) => $"and not from 0 to 1, as 'score_type: probability' says; name the column "
            + "of probabilities, or say what these are",
        ScoreTypeSpec.Percent when !range.Within(0, 100) => "and not from 0 to 100, as 'score_type: percent' says; name the column of "
            + "percentages, or say what these are",
        ScoreTypeSpec.Percent or ScoreTypeSpec.Logit when range.Within(0, 1) => "as probabilities do, and 'score_type: "
            + $"{(spec.ScoreType == ScoreTypeSpec.Percent ? "percent" : "logit")}' says that they are none; remove it, or, if they are, "
            + "write 'score_type: any' with a 'threshold'",
        _ => null,
    };

    private static string Subject(PlacedModel placed) => placed.Spec is PredictionsSpec { Score: [{ Value: var column }] }
        ? $"the scores in '{Shown.Of(column)}'{placed.Suffix}" : $"the scores{placed.Suffix}";

    private static string Proposed(ScoreRange range) => range.Within(0, 100) ? "such as 'score_type: percent'"
        : range.Low < 0 ? "such as 'score_type: logit' for log-odds" : "such as 'score_type: any'";
}
