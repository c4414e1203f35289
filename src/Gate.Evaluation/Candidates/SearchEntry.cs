using Gate.Evaluation.Searching;
using Gate.Models.Calibration;

namespace Gate.Evaluation.Candidates;

/// <summary>A model that a search can choose: a trial on all rows, or an average of trials.</summary>
/// <param name="Members">The trials with their weights.</param>
/// <param name="Scores">The cross-validated scores.</param>
/// <param name="Folds">The metric in each fold.</param>
internal sealed record SearchEntry(IReadOnlyList<(TrialResult Result, double Weight)> Members, double[] Scores,
    IReadOnlyList<double> Folds)
{
    /// <summary>The mean of the metric over the folds.</summary>
    public double Mean => Folds.Average();

    /// <summary>The trial; null for an average.</summary>
    public TrialResult? Single => Members.Count == 1 ? Members[0].Result : null;

    /// <summary>What was learned of the scores; null where nothing was to be.</summary>
    public LearnedScores? Learned { get; init; }

    /// <summary>What the policy says of the cross-validated rows.</summary>
    public ValidationJudgement Judged { get; init; } = ValidationJudgement.None;

    public static SearchEntry Of(TrialResult result) => new([(result, 1)], result.Scores, result.Folds);
}
