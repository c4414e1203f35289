using Gate.Data;
using Gate.Models;
using Gate.Models.Training;

namespace Gate.Tests.Models.Training;

/// <summary>Folds, and scores by models that have not seen the rows.</summary>
public sealed class CrossFitting
{
    private static readonly int[] labels = [.. Enumerable.Range(0, 103).Select(i => i % 4 == 0 ? 1 : 0)];

    private static TrainingData Data() => TestData.Binary(labels, TestData.Numbers("a", [.. labels.Select((_, i) => (double)i)]));

    [Fact]
    public void Every_fold_has_its_share_of_rows_and_of_each_class()
    {
        var folds = Folds.Of(Data(), 5, 3);
        for (int fold = 0; fold < 5; fold++)
        {
            Assert.InRange(folds.Test(fold).Length, 20, 21);
            Assert.InRange(folds.Test(fold).Count(row => labels[row] == 1), 5, 6);
            Assert.Equal(Enumerable.Range(0, 103), folds.Test(fold).Concat(folds.Train(fold)).Order());
        }
        Assert.Equal(folds.FoldOf, Folds.Of(Data(), 5, 3).FoldOf);
        Assert.NotEqual(folds.FoldOf, Folds.Of(Data(), 5, 4).FoldOf);
    }

    /// <summary>A learner that remembers what it was shown.</summary>
    private sealed class Remembering : ILearner
    {
        public IModel Fit(TrainingData data, CancellationToken cancel = default) =>
            new Remembered([.. ((NumericColumn)data.Features["a"]).Values]);
    }

    private sealed class Remembered(HashSet<double> seen) : IModel
    {
        public string Kind => "remembered";

        public TaskType Task => TaskType.BinaryClassification;

        public IReadOnlyList<string> Features => ["a"];

        public IReadOnlyList<ModelInput> Inputs => [];

        public IReadOnlyList<string> Classes => ["no", "yes"];

        public IReadOnlyList<KeyValuePair<string, string>> Facts => [];

        public double[] Score(Table features, CancellationToken cancel = default) =>
            Array.ConvertAll(((NumericColumn)features["a"]).Values, value => seen.Contains(value) ? -1 : value);
    }

    [Fact]
    public void No_row_is_scored_by_a_model_that_saw_it_and_each_score_is_at_its_row()
    {
        double[] scores = CrossFit.Scores(new Remembering(), Data(), Folds.Of(Data(), 4, 1));
        Assert.Equal(Enumerable.Range(0, 103).Select(i => (double)i), scores);
    }

    /// <summary>What stands in for a missing number is learned in each fold: the kept-back value of 1000 is in no mean that its own row is
    /// scored with.</summary>
    [Fact]
    public void Preprocessing_is_learned_in_each_fold()
    {
        double[] values = [1, 2, 3, 4, 5, 6, 1000, double.NaN];
        TrainingData data = TestData.Regression([1, 2, 3, 4, 5, 6, 7, 8], TestData.Numbers("a", values));
        var folds = Folds.Of(data, 8, 0);
        double[] scores = CrossFit.Scores(TestData.Learner("linear_regression"), data, folds);
        int[] others = [0, 1, 2, 3, 4, 5, 7];
        IModel without = TestData.Learner("linear_regression").Fit(data.Take(others));
        Assert.Equal(without.Score(data.Features)[6], scores[6]);
    }

    [Theory]
    [InlineData(3, "3 training rows are too few for 4 folds")]
    public void Fewer_rows_than_folds_are_refused(int rows, string message)
    {
        TrainingData data = TestData.Regression(new double[rows], TestData.Numbers("a", new double[rows]));
        Assert.Equal(message, Assert.Throws<ModelException>(() => Folds.Of(data, 4, 0)).Message);
    }
}
