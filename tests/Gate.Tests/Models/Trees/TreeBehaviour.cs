using Gate.Data;
using Gate.Models;
using Gate.Models.Trees;

namespace Gate.Tests.Models.Trees;

public class TreeBehaviour
{
    private static DecisionTreeModel Fit(TrainingData data, params (string, object?)[] parameters) =>
        (DecisionTreeModel)TestData.Learner("decision_tree", parameters).Fit(data);

    [Fact]
    public void Missing_numbers_go_where_training_found_it_best()
    {
        DecisionTreeModel model = Fit(TestData.Binary([0, 0, 1, 1, 0, 0], TestData.Numbers("x", 1, 2, 3, 4, double.NaN, double.NaN)));
        Assert.Equal([0, 1, 0], model.Score(new Table([TestData.Numbers("x", 1, 9, double.NaN)])));
        Assert.Equal(2.5, model.Tree.Threshold[0]);
    }

    [Fact]
    public void Missing_against_present_is_a_split()
    {
        DecisionTreeModel model = Fit(TestData.Binary([1, 0, 0, 1], TestData.Numbers("x", double.NaN, 2, 3, double.NaN)));
        Assert.Equal([0, 1], model.Score(new Table([TestData.Numbers("x", 1e9, double.NaN)])));
        Assert.Equal(2, model.Tree.LeafCount);
    }

    [Fact]
    public void A_missing_number_never_seen_in_training_goes_with_the_majority()
    {
        DecisionTreeModel model = Fit(TestData.Binary([0, 1, 1, 1], TestData.Numbers("x", 1, 2, 3, 4)));
        Assert.Equal([1], model.Score(new Table([TestData.Numbers("x", double.NaN)])));
    }

    [Fact]
    public void A_missing_category_is_a_level_and_an_unseen_one_is_none()
    {
        DecisionTreeModel model = Fit(TestData.Binary([1, 1, 0, 0, 0], TestData.Texts("c", null, null, "a", "b", "a")));
        Assert.Equal([1, 0, 0], model.Score(new Table([TestData.Texts("c", null, "a", "zebra")])));
    }

    [Fact]
    public void The_levels_of_scoring_may_come_in_another_order()
    {
        DecisionTreeModel model = Fit(TestData.Binary([1, 0, 0, 1], TestData.Texts("c", "a", "b", "b", "a")));
        var reordered = new CategoryColumn("c", [1, 0, 2], ["b", "a", "new"]);
        Assert.Equal([1, 0], model.Score(new Table([reordered]))[..2]);
    }

    [Fact]
    public void Of_equal_splits_the_first_feature_and_the_lowest_threshold_win()
    {
        NumericColumn x = TestData.Numbers("x", 1, 2, 3, 4);
        DecisionTreeModel model = Fit(TestData.Binary([0, 1, 1, 0], x, x.Rename("same")), ("max_depth", 1));
        Assert.Equal((0, 1.5), (model.Tree.Feature[0], model.Tree.Threshold[0]));
    }

    [Fact]
    public void An_exclusive_or_is_learned_though_its_first_split_gains_nothing()
    {
        TrainingData data = TestData.Binary([0, 1, 1, 0], TestData.Numbers("x", 0, 0, 1, 1), TestData.Numbers("y", 0, 1, 0, 1));
        Assert.Equal([0, 1, 1, 0], Fit(data).Score(data.Features));
    }

    [Fact]
    public void The_order_of_rows_does_not_matter()
    {
        double[] x = [3, 1, 4, 1.5, 9, 2.6, 5, 3.5, 8, 7], y = [0.1, 0.7, 0.2, 0.9, 0.4, 0.3, 0.8, 0.6, 0.5, 0.15];
        int[] order = [7, 2, 9, 0, 4, 1, 8, 3, 6, 5];
        DecisionTreeModel one = Fit(TestData.Regression(y, TestData.Numbers("x", x)), ("max_depth", 3));
        DecisionTreeModel other =
            Fit(TestData.Regression([.. order.Select(i => y[i])], TestData.Numbers("x", [.. order.Select(i => x[i])])), ("max_depth", 3));
        Assert.Equal(one.Tree.Feature, other.Tree.Feature);
        Assert.Equal(one.Tree.Threshold, other.Tree.Threshold);
    }

    [Fact]
    public void A_weight_of_two_is_the_row_twice()
    {
        int[] labels = [0, 1, 0, 1, 1, 0], rows = [0, 1, 1, 2, 3, 3, 3, 4];
        NumericColumn x = TestData.Numbers("x", 1, 2, 3, 4, 5, 6);
        DecisionTreeModel weighted = Fit(TestData.Binary(labels, x) with { Weights = [1, 2, 1, 3, 1, 0] }, ("max_depth", 2));
        DecisionTreeModel repeated = Fit(TestData.Binary([.. rows.Select(row => labels[row])], x.Take(rows)), ("max_depth", 2));
        Assert.Equal(repeated.Digest, weighted.Digest);
    }

    [Fact]
    public void A_leaf_of_equal_targets_predicts_exactly_that()
    {
        TrainingData data = TestData.Regression([0.1, 0.1, 0.1, 1e6 + 0.3, 1e6 + 0.3], TestData.Numbers("x", 1, 2, 3, 4, 5));
        Assert.Equal(data.Targets, Fit(data).Score(data.Features));
    }

    [Fact]
    public void Neighbouring_doubles_are_told_apart()
    {
        double low = 0.1, high = Math.BitIncrement(0.1);
        TrainingData data = TestData.Binary([0, 1, 0, 1], TestData.Numbers("x", low, high, low, high));
        Assert.Equal([0, 1, 0, 1], Fit(data).Score(data.Features));
    }

    [Theory]
    [InlineData("max_depth", 1, 2)]
    [InlineData("min_samples_leaf", 3, 2)]
    [InlineData("min_samples_split", 8, 1)]
    public void Limits_hold(string parameter, int value, int leaves)
    {
        DecisionTreeModel model = Fit(TestData.Binary([0, 1, 0, 1, 1, 0, 1], TestData.Numbers("x", 1, 2, 3, 4, 5, 6, 7)),
            (parameter, value));
        Assert.Equal(leaves, model.Tree.LeafCount);
    }

    [Fact]
    public void Facts_say_what_a_person_asks()
    {
        DecisionTreeModel model = Fit(TestData.Binary([0, 0, 1, 1], TestData.Numbers("x", 1, 2, 3, 4), TestData.Numbers("k", 7, 7, 7, 7)));
        Assert.Equal(
            ["depth: 1", "leaves: 2", "criterion: gini", "features in splits: x", "impurity importances: x 1.000",
                "dropped features: k (constant)"],
            model.Facts.Select(fact => $"{fact.Key}: {fact.Value}"));
        Assert.Equal(["x"], model.UsedFeatures);
        Assert.Equal(["x", "k"], model.Features);
    }

    [Fact]
    public void Several_classes_score_row_by_row()
    {
        TrainingData wine = TestData.Labelled("wine.csv");
        double[] scores = Fit(wine).Score(wine.Features);
        Assert.Equal(3 * wine.Labels!.Length, scores.Length);
        for (int row = 0; row < wine.Labels.Length; row++) Assert.Equal(1, scores[3 * row + wine.Labels[row]]);
    }
}
