using Gate.Policy.Document;

namespace Gate.Tests.Policy.Reading;

/// <summary>A search over learners (<c>algorithm: auto</c>) as a policy asks for it.</summary>
public sealed class SearchKeyTests
{
    private static string Policy(string keys) => Policies.Minimal.Replace("algorithm: decision_tree, max_depth: 4",
        "algorithm: auto" + keys, StringComparison.Ordinal);

    [Fact]
    public void What_is_not_said_has_its_default()
    {
        var model = (TrainSpec)Policies.Read(Policy("")).Model;
        SearchSpec search = model.Search!;
        Assert.Equal(("auto", null, 30, 5, true, true, null, null, null), (model.Algorithm, search.PrimaryMetric, search.MaxTrials,
            search.Folds, search.EarlyStopping, search.Ensemble, search.SubjectTo, search.TimeoutMinutes, search.TrialTimeoutMinutes));
        Assert.Empty(search.Candidates);
        Assert.Null(((TrainSpec)Policies.Read(Policies.Minimal).Model).Search);
    }

    [Fact]
    public void All_keys_are_read()
    {
        SearchSpec search = ((TrainSpec)Policies.Read(Policy(", primary_metric: accuracy, max_trials: 7, candidates: [logistic_regression, "
            + "decision_tree, decision_tree], cross_validation: 3, early_stopping: false, ensemble: false, subject_to: conditions, "
            + "timeout_minutes: 2, trial_timeout_minutes: 0.5")).Model).Search!;
        Assert.Equal(("accuracy", 7, 3, false, false, SubjectToSpec.Conditions, 2.0, 0.5), (search.PrimaryMetric, search.MaxTrials,
            search.Folds, search.EarlyStopping, search.Ensemble, search.SubjectTo, search.TimeoutMinutes, search.TrialTimeoutMinutes));
        Assert.Equal(["logistic_regression", "decision_tree"], search.Candidates);
    }

    [Theory]
    [InlineData(", primary_metric: r2", "model.train.primary_metric: 'r2' does not serve binary_classification")]
    [InlineData(", primary_metric: roc", "model.train.primary_metric: unknown primary metric 'roc'")]
    [InlineData(", candidates: [lightgmb]", "model.train.candidates[0]: unknown algorithm 'lightgmb'")]
    [InlineData(", max_depth: 3", "model.train.max_depth: unknown key 'max_depth'")]
    [InlineData(", max_trials: 1.5", "model.train.max_trials: expected a whole number from 1 to 1000, found the number 1.5")]
    [InlineData(", timeout_minutes: 0", "model.train.timeout_minutes: expected a number above 0 and below 10000, found the number 0")]
    [InlineData(", subject_to: fairness", "model.train.subject_to: unknown rule 'fairness'")]
    public void What_does_not_fit_is_told_at_its_place(string keys, string expected) =>
        Assert.Contains(expected, Policies.Problem(Policy(keys)), StringComparison.Ordinal);

    [Fact]
    public void A_candidate_has_to_serve_the_task() => Assert.Contains(
        "model.train.candidates: 'logistic_regression' does not serve regression", string.Join("\n", Policies.Problems(
            Policy(", candidates: [decision_tree, logistic_regression]").Replace("binary_classification", "regression",
                StringComparison.Ordinal).Replace("metric: accuracy", "metric: r2", StringComparison.Ordinal))),
        StringComparison.Ordinal);
}
