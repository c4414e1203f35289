using Gate.Models;
using Gate.Models.MicrosoftMl.Training;
using Gate.Policy.Document;

namespace Gate.Evaluation.Candidates;

/// <summary>The learners that a search tries.</summary>
internal static class SearchLearners
{
    private const string Counts = "poisson_regression";

    // The dummy learns nothing. Microsoft.ML's trees take several times as long as LightGBM's, which find the same; who wants them names
    // them.
    private static readonly string[] byNameOnly = ["dummy", FastTreeLearner.Info.Name, FastForestLearner.Info.Name, GamLearner.Info.Name];

    /// <summary>Those that the policy names; else all that serve the task, without those that are tried by name only, and a regression of
    /// counts only where no label is below 0.</summary>
    public static IReadOnlyList<LearnerInfo> Of(SearchSpec spec, TrainingData data) => spec.Candidates.Count > 0
        ? [.. spec.Candidates.Select(name => Learners.Find(name) ?? throw new ModelException($"no learner is called '{name}'"))]
        : [.. Learners.All.Where(learner => learner.Tasks.Contains(data.Task) && !byNameOnly.Contains(learner.Name)
            && (learner.Name != Counts || Array.TrueForAll(data.Targets ?? [], target => target >= 0)))];
}
