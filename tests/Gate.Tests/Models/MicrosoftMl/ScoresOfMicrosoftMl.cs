using Gate.Data;
using Gate.Models;
using Rows = Gate.Tests.Models.LightGbm.TrainingRows;

namespace Gate.Tests.Models.MicrosoftMl;

/// <summary>Models that Microsoft.ML trained say through Gate what they say through Microsoft.ML.</summary>
public sealed class ScoresOfMicrosoftMl
{
    private static readonly (string, object?)[] few = [("number_of_trees", 25)], rounds = [("number_of_iterations", 300),
        ("learning_rate", 0.02)];

    /// <summary>Other rows than those of training, with the same levels.</summary>
    private static readonly Table other = Rows.Columns(311, seed: 77);

    private static (string, object?)[] Short(string learner) => learner == "gam" ? rounds : few;

    private static void AssertClose(float[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int row = 0; row < expected.Length; row++)
            Assert.True(Math.Abs(expected[row] - actual[row]) <= 1e-6 * Math.Max(1, Math.Abs(expected[row])),
                $"row {row}: {expected[row]:R} by Microsoft.ML, {actual[row]:R} by Gate");
        Assert.True(actual.Distinct().Count() > 10);
    }

    [Theory]
    [InlineData("fast_tree", TaskType.BinaryClassification)]
    [InlineData("fast_tree", TaskType.Regression)]
    [InlineData("fast_forest", TaskType.BinaryClassification)]
    [InlineData("fast_forest", TaskType.Regression)]
    [InlineData("gam", TaskType.BinaryClassification)]
    [InlineData("gam", TaskType.Regression)]
    public void Of_two_classes_and_of_numbers(string learner, TaskType task)
    {
        TrainingData data = Rows.Of(task, 2, 900);
        IModel model = TestData.Learner(learner, Short(learner)).Fit(data);
        foreach (Table rows in new[] { data.Features, other })
            AssertClose(MicrosoftMlPredictor.Scores(learner, data, rows, 1, Short(learner)), model.Score(rows));
    }

    [Theory]
    [InlineData("fast_tree")]
    [InlineData("fast_forest")]
    [InlineData("gam")]
    public void Of_several_classes_each_is_trained_against_the_rest_and_their_scores_are_shared_out(string learner)
    {
        TrainingData data = Rows.Of(TaskType.MulticlassClassification, 3, 900);
        double[] scores = TestData.Learner(learner, Short(learner)).Fit(data).Score(other);
        float[][] each = [.. Enumerable.Range(0, 3).Select(code =>
            MicrosoftMlPredictor.Scores(learner, data, other, code, Short(learner)))];
        for (int code = 0; code < 3; code++)
            AssertClose([.. each[code].Select((score, row) => score / (each[0][row] + each[1][row] + each[2][row]))],
                [.. scores.Where((_, i) => i % 3 == code)]);
    }

    [Theory]
    [InlineData("fast_tree", "categorical_split", true)]
    [InlineData("fast_tree", "unbalanced_sets", true)]
    [InlineData("fast_tree", "dropout_rate", 0.3)]
    [InlineData("fast_tree", "bagging_size", 5)]
    [InlineData("fast_tree", "feature_fraction_bynode", 0.5)]
    [InlineData("fast_tree", "smoothing", 0.5)]
    [InlineData("fast_tree", "num_leaves", 60)]
    [InlineData("fast_forest", "categorical_split", true)]
    [InlineData("fast_forest", "max_samples", 0.3)]
    [InlineData("fast_forest", "entropy_coefficient", 0.5)]
    public void With_parameters_that_change_the_trees(string learner, string parameter, object value)
    {
        TrainingData data = Rows.Binary(900);
        (string, object?)[] given = [.. few, (parameter, value)];
        double[] scores = TestData.Learner(learner, given).Fit(data).Score(other);
        Assert.NotEqual(TestData.Learner(learner, few).Fit(data).Score(other), scores);
        AssertClose(MicrosoftMlPredictor.Scores(learner, data, other, 1, given), scores);
    }

    [Theory]
    [InlineData("fast_tree")]
    [InlineData("fast_forest")]
    public void With_weights(string learner)
    {
        var random = new Random(6);
        TrainingData plain = Rows.Binary(900);
        TrainingData data = plain with { Weights = [.. plain.Labels!.Select(_ => 0.1 + (3 * random.NextDouble()))] };
        double[] scores = TestData.Learner(learner, Short(learner)).Fit(data).Score(other);
        Assert.NotEqual(TestData.Learner(learner, Short(learner)).Fit(plain).Score(other), scores);
        AssertClose(MicrosoftMlPredictor.Scores(learner, data, other, 1, Short(learner)), scores);
    }

    /// <summary>Microsoft.ML would give every row the same score.</summary>
    [Fact]
    public void Weighted_rows_are_refused_by_gam_and_equal_weights_are_none()
    {
        TrainingData data = Rows.Binary(300);
        double[] weights = [.. data.Labels!.Select(_ => 2.0)];
        ILearner gam = TestData.Learner("gam", rounds);
        Assert.Equal(gam.Fit(data).Score(other), gam.Fit(data with { Weights = weights }).Score(other));
        weights[7] = 1;
        Assert.Contains("does not learn from weighted rows",
            Assert.Throws<ParameterException>(() => gam.Fit(data with { Weights = weights })).Message, StringComparison.Ordinal);
    }
}
