using Gate.Data;
using Gate.Models;

namespace Gate.Tests.Models.MicrosoftMl;

/// <summary>What becomes of missing numbers, of levels, and of numbers that have no place in single precision.</summary>
public sealed class ColumnsOfTraining
{
    private const int Rows = 400;

    private static readonly double[] numbers = [.. Enumerable.Range(0, Rows).Select(i => (double)(i % 40))];

    private static double[] Scores(IModel model, params double[] values) => model.Score(new Table([TestData.Numbers("x", values)]));

    /// <summary>As those in the middle: of one end of the scale alone no split could part them with what is in between.</summary>
    [Theory]
    [InlineData("fast_tree", 1)]
    [InlineData("fast_tree", 0)]
    [InlineData("fast_forest", 1)]
    [InlineData("fast_forest", 0)]
    [InlineData("gam", 1)]
    [InlineData("gam", 0)]
    public void Missing_numbers_get_the_score_that_their_rows_have(string learner, int labelOfMissing)
    {
        double[] values = [.. numbers.Select((value, i) => i % 5 == 0 ? double.NaN : value)];
        int[] labels = [.. values.Select(value => double.IsNaN(value) ? labelOfMissing : value < 20 ? 0 : 1)];
        IModel model = TestData.Learner(learner).Fit(TestData.Binary(labels, TestData.Numbers("x", values)));
        double[] scores = Scores(model, double.NaN, 3, 37);
        Assert.True(labelOfMissing == 1 ? scores[0] > 0.7 : scores[0] < 0.3, $"missing: {scores[0]}");
        Assert.True(scores[1] < 0.3 && scores[2] > 0.7, $"{scores[1]}, {scores[2]}");
    }

    /// <summary>A split sends missing numbers with the small or with the large ones, whichever side is like them.</summary>
    [Fact]
    public void One_split_is_enough_for_missing_numbers_on_either_side()
    {
        foreach (int label in new[] { 0, 1 })
        {
            double[] values = [.. numbers.Select((value, i) => i % 5 == 0 ? double.NaN : value)];
            int[] labels = [.. values.Select(value => double.IsNaN(value) ? label : value < 20 ? 0 : 1)];
            IModel model = TestData.Learner("fast_tree", ("number_of_trees", 1), ("number_of_leaves", 2))
                .Fit(TestData.Binary(labels, TestData.Numbers("x", values)));
            FlatTree tree = Assert.Single(((ITreeModel)model).Trees);
            Assert.Equal((3, label == 0), (tree.NodeCount, tree.MissingLeft[0]));
            Assert.InRange(tree.Threshold[0], 19, 20);
        }
    }

    [Theory]
    [InlineData("fast_tree", 30)]
    [InlineData("fast_tree", 10)]
    [InlineData("fast_forest", 30)]
    [InlineData("gam", 30)]
    [InlineData("gam", 10)]
    public void Where_training_had_none_a_missing_number_goes_where_more_rows_went(string learner, int cut)
    {
        int[] labels = [.. numbers.Select(value => value < cut ? 0 : 1)];
        IModel model = TestData.Learner(learner).Fit(TestData.Binary(labels, TestData.Numbers("x", numbers)));
        Assert.Equal(cut == 30, Scores(model, double.NaN)[0] < 0.5);
    }

    [Theory]
    [InlineData("fast_tree")]
    [InlineData("fast_forest")]
    [InlineData("gam")]
    public void Levels_are_parted_and_one_that_training_did_not_have_is_none_of_them(string learner)
    {
        string?[] towns = [.. Enumerable.Range(0, Rows).Select(i => (i % 4) switch { 0 => "a", 1 => "b", 2 => "c", _ => null })];
        int[] labels = [.. towns.Select(town => town is "b" or null ? 1 : 0)];
        IModel model = TestData.Learner(learner).Fit(TestData.Binary(labels, TestData.Texts("t", towns)));
        double[] scores = model.Score(new Table([TestData.Texts("t", "a", "b", "c", null, "new")]));
        Assert.True(scores[0] < 0.2 && scores[2] < 0.2 && scores[1] > 0.8 && scores[3] > 0.8, string.Join(", ", scores));
        Assert.InRange(scores[4], 0, 1);
    }

    [Theory]
    [InlineData("fast_tree")]
    [InlineData("fast_forest")]
    [InlineData("gam")]
    public void A_table_in_which_no_split_is_worth_making_gives_the_mean_of_the_label(string learner)
    {
        Column x = TestData.Numbers("x", 1, 2, 3, 4, 5, 6);
        TrainingData classes = TestData.Binary([0, 1, 1, 1, 0, 1], x), values = TestData.Regression([3, 5, 1, 2, 8, 11], x);
        Assert.All(TestData.Learner(learner).Fit(classes).Score(classes.Features), score => Assert.Equal(4 / 6.0, score, 12));
        Assert.All(TestData.Learner(learner).Fit(values).Score(values.Features), score => Assert.Equal(5, score, 12));
    }

    [Theory]
    [InlineData("fast_tree")]
    [InlineData("fast_forest")]
    [InlineData("gam")]
    public void Each_node_knows_how_much_of_the_training_rows_came_to_it(string learner)
    {
        TrainingData data = Gate.Tests.Models.LightGbm.TrainingRows.Binary(600);
        var model = (ITreeModel)TestData.Learner(learner).Fit(data);
        Assert.All(model.Trees, tree =>
        {
            Assert.Equal(600, tree.Weight[0]);
            for (int node = 0; node < tree.NodeCount; node++)
                if (tree.Left[node] >= 0) Assert.Equal(tree.Weight[node], tree.Weight[tree.Left[node]] + tree.Weight[tree.Right[node]]);
        });
    }

    [Fact]
    public void Numbers_labels_and_weights_beyond_single_precision_are_named()
    {
        double[] large = [.. numbers];
        large[6] = 2e38;
        int[] labels = [.. numbers.Select(value => value < 20 ? 0 : 1)];
        string Message(TrainingData data) => Assert.Throws<ModelException>(() => TestData.Learner("fast_tree").Fit(data)).Message;
        Assert.StartsWith("feature 'x' is 2E+38 in training row 7", Message(TestData.Binary(labels, TestData.Numbers("x", large))),
            StringComparison.Ordinal);
        TrainingData data = TestData.Binary(labels, TestData.Numbers("x", numbers));
        Assert.StartsWith("the sample weight 1E-60 is too small", Message(data with { Weights = [.. numbers.Select(_ => 1e-60)] }),
            StringComparison.Ordinal);
        large[6] = 1e39;
        Assert.StartsWith("the label is 1E+39 in training row 7",
            Message(TestData.Regression(large, TestData.Numbers("x", numbers))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_that_goes_with_no_other_is_told_in_the_librarys_words()
    {
        TrainingData data = TestData.Binary([.. numbers.Select(value => value < 20 ? 0 : 1)], TestData.Numbers("x", numbers));
        string message = Assert.Throws<ParameterException>(() => TestData.Learner("fast_tree", ("number_of_trees", 25),
            ("bagging_size", 2)).Fit(data)).Message;
        Assert.Equal("Microsoft.ML: Number of trees should be a multiple of number bag size", message);
    }
}
