using Gate.Data;
using Gate.Evaluation.Searching;
using Gate.Models;
using Gate.Models.Training;
using Gate.Tests.Models;

namespace Gate.Tests.Evaluation.Searching;

/// <summary>One trial: its cross-validation, its failures, its time.</summary>
public sealed class TrialRuns
{
    private static readonly int[] labels = [.. Enumerable.Range(0, 60).Select(i => i * 7 % 60 > 30 ? 1 : 0)];

    private static TrainingData Data() => TestData.Binary(labels, TestData.Numbers("a", [.. Enumerable.Range(0, 60)
        .Select(i => i * 7 % 60 + (10.0 * (i % 3)))]));

    private static TrialRunner Runner(SearchBudget? budget = null, string metric = "roc_auc", bool requires = false) =>
        new(Data(), Folds.Of(Data(), 3, 1), MetricCatalogue.Find(metric)!,
            scores => Array.ConvertAll(scores, score => score >= 0.5 ? 1 : 0), budget ?? new(null, null, null), requires);

    private static Trial Trial(ILearner learner) => new(4, new("test", "", [TaskType.BinaryClassification], [], _ => learner),
        new Dictionary<string, object?>());

    private sealed class Failing(Exception error) : ILearner
    {
        public IModel Fit(TrainingData data, CancellationToken cancel = default) => throw error;
    }

    private sealed class Waiting : ILearner
    {
        public IModel Fit(TrainingData data, CancellationToken cancel = default)
        {
            cancel.WaitHandle.WaitOne(TimeSpan.FromSeconds(60));
            cancel.ThrowIfCancellationRequested();
            throw new InvalidOperationException("nobody ended it");
        }
    }

    /// <summary>Counts the rows that it is shown.</summary>
    private sealed class Counting : ILearner
    {
        public int Rows { get; private set; }

        public IModel Fit(TrainingData data, CancellationToken cancel = default)
        {
            Rows += data.RowCount;
            return TestData.Learner("logistic_regression").Fit(data, cancel);
        }
    }

    private static readonly int[] all = [.. Enumerable.Range(0, 60)];

    [Fact]
    public void Scores_are_those_of_a_cross_fit_and_the_metric_that_of_each_fold()
    {
        TrialResult result = Runner().Run(Trial(TestData.Learner("logistic_regression")), all, default);
        double[] expected = CrossFit.Scores(TestData.Learner("logistic_regression"), Data(), Folds.Of(Data(), 3, 1));
        Assert.Equal(expected, result.Scores);
        Assert.Equal(Runner().MeasureFolds(expected), result.Folds);
        Assert.Equal(3, result.Folds.Count);
        Assert.True(result.HasMargin);
        Assert.InRange(result.Size!.Value, 50, 2000);
        Assert.InRange(result.Mean, 0.8, 1);
        Assert.False(Runner().Run(Trial(TestData.Learner("decision_tree")), all, default).HasMargin);
    }

    [Fact]
    public void Only_the_rows_of_the_rung_are_learned_from_and_measured()
    {
        var shown = new Counting();
        TrialResult result = Runner().Run(Trial(shown), [.. Enumerable.Range(0, 40)], default);
        Assert.Equal(40, result.Rows);
        Assert.Empty(result.Scores);
        // Each row is shown to the models of the two other folds.
        Assert.Equal(80, shown.Rows);
    }

    [Theory]
    [InlineData(typeof(ModelException))]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(NativeLibraryMissingException))]
    public void Whatever_is_thrown_is_told(Type type)
    {
        var error = (Exception)Activator.CreateInstance(type, type == typeof(InvalidOperationException) ? ["broken"] : ["broken", null])!;
        TrialResult result = Runner().Run(Trial(new Failing(error)), all, default);
        Assert.Equal("broken", result.Error);
        Assert.Empty(result.Folds);
        Assert.False(result.IsOutOfTime);
    }

    /// <summary>A policy that names a learner does not get another one in silence.</summary>
    [Fact]
    public void A_library_that_a_named_learner_lacks_ends_the_search() => Assert.Throws<NativeLibraryMissingException>(
        () => Runner(requires: true).Run(Trial(new Failing(new NativeLibraryMissingException("none"))), all, default));

    [Fact]
    public void A_trial_that_takes_longer_than_its_time_is_given_up()
    {
        TrialResult result = Runner(new(TimeProvider.System, 60, 0.001)).Run(Trial(new Waiting()), all, default);
        Assert.Equal("took longer than 0.001 minutes", result.Error);
        Assert.True(result.IsOutOfTime);
    }

    [Fact]
    public void Cancelling_the_search_is_no_failure_of_a_trial()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Runner().Run(Trial(TestData.Learner("logistic_regression")), all, cancel.Token));
    }

    [Fact]
    public void A_metric_that_is_not_defined_fails_the_trial() => Assert.StartsWith("mean_poisson_deviance is not defined in a fold",
        Runner(metric: "mean_poisson_deviance").Run(Trial(TestData.Learner("logistic_regression")), all, default).Error,
        StringComparison.Ordinal);
}
