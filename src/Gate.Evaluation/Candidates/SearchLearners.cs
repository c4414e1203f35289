using Gate.Models;
using Gate.Policy.Document;

namespace Gate.Evaluation.Candidates;

/// <summary>The learners that a search tries.</summary>
internal static class SearchLearners
{
    private const string Dummy = "dummy", Counts = "poisson_regression";

    /// <summary>Those that the policy names; else all that serve the task but the dummy, and a regression of counts only where no label is
    /// below 0.</summary>
    public static IReadOnlyList<LearnerInfo> Of(SearchSpec spec, TrainingData data) => spec.Candidates.Count > 0
        ? [.. spec.Candidates.Select(name => Learners.Find(name) ?? throw new ModelException($"no learner is called '{name}'"))]
        : [.. Learners.All.Where(learner => learner.Tasks.Contains(data.Task) && learner.Name != Dummy
            && (learner.Name != Counts || Array.TrueForAll(data.Targets ?? [], target => target >= 0)))];
}
