using System.Globalization;
using System.Text;
using Gate.Data;
using Gate.Models;
using Gate.Models.Ensembles;
using Gate.Models.XGBoost;

namespace Gate.Tests.Models.XGBoost;

/// <summary>What XGBoost's format means, on stumps written by hand: -1 on the left, 2 on the right.</summary>
public sealed class XGBoostRules
{
    private static string Tree(string condition = "1.5", int defaultLeft = 0, string more = "") => $$"""
        {"tree_param":{"num_nodes":"3","size_leaf_vector":"0"},"split_conditions":[{{condition}},-1,2],"left_children":[1,-1,-1],
        "right_children":[2,-1,-1],"split_indices":[0,0,0],"default_left":[{{defaultLeft}},0,0],"sum_hessian":[3,2,1]{{more}}}
        """;

    private static string Learner(string tree, string objective = "reg:squarederror", string baseScore = "\"0\"", string booster = "gbtree")
    {
        string model = $"{{\"gbtree_model_param\":{{\"num_trees\":\"1\"}},\"tree_info\":[0],\"trees\":[{tree}]}}";
        string inner = booster == "dart" ? $"\"gbtree\":{{\"model\":{model}}},\"weight_drop\":[0.25]" : $"\"model\":{model}";
        return $$"""
            {"learner":{"learner_model_param":{"base_score":{{baseScore}},"num_class":"0","num_feature":"1"},
            "objective":{"name":"{{objective}}"},"gradient_booster":{"name":"{{booster}}",{{inner}} } },"version":[2,1,0]}
            """;
    }

    private static ForeignModel Read(string json) => XGBoostFile.Read("m.json", Encoding.UTF8.GetBytes(json));

    private static double Sum(string json, double value) => Read(json).Function.Sums([[value]], 1)[0];

    /// <summary>Less than the condition, in single precision, goes left; missing goes by default.</summary>
    [Theory]
    [InlineData("1.5", 0, 1.4999, -1)]
    [InlineData("1.5", 0, 1.5, 2)]
    [InlineData("1.5", 0, 1.49999999, 2)]
    [InlineData("0.1", 0, 0.1, 2)]
    [InlineData("0.1", 0, 0.0999999, -1)]
    [InlineData("1.5", 0, double.NaN, 2)]
    [InlineData("1.5", 1, double.NaN, -1)]
    public void A_number_goes_left_below_its_condition(string condition, int defaultLeft, double value, double sum) =>
        Assert.Equal(sum, Sum(Learner(Tree(condition, defaultLeft)), value));

    /// <summary>The levels in the set go right, all others left, unknown ones too.</summary>
    [Theory]
    [InlineData(0, 0, -1)]
    [InlineData(0, 1, 2)]
    [InlineData(0, 33, 2)]
    [InlineData(0, 34, -1)]
    [InlineData(0, -1, -1)]
    [InlineData(0, double.NaN, 2)]
    [InlineData(1, double.NaN, -1)]
    public void A_category_goes_right_where_the_set_has_its_level(int defaultLeft, double level, double sum) => Assert.Equal(sum,
        Sum(Learner(Tree("0", defaultLeft, ",\"split_type\":[1,0,0],\"categories\":[1,33],\"categories_nodes\":[0],"
            + "\"categories_segments\":[0],\"categories_sizes\":[2]")), level));

    [Fact]
    public void A_dropped_tree_counts_by_its_weight() => Assert.Equal(0.5, Sum(Learner(Tree(), booster: "dart"), 9));

    /// <summary>The start is on the scale of predictions: a probability, a mean, a number; in every notation that there has been.</summary>
    [Theory]
    [InlineData("reg:squarederror", "\"5E-1\"", 2.5)]
    [InlineData("reg:squarederror", "\"[5E-1]\"", 2.5)]
    [InlineData("reg:squarederror", "0.5", 2.5)]
    [InlineData("binary:logistic", "\"5E-1\"", 2)]
    [InlineData("binary:logistic", "\"7.5E-1\"", 3.0986122886681098)]
    [InlineData("count:poisson", "\"2\"", 2.6931471805599454)]
    public void The_start_is_on_the_scale_of_predictions(string objective, string start, double sum) =>
        Assert.Equal(sum, Sum(Learner(Tree(), objective, start), 9), 1e-12);

    [Theory]
    [InlineData("binary:hinge", "classes without scores")]
    [InlineData("rank:ndcg", "ranks")]
    [InlineData("survival:cox", "survival times")]
    [InlineData("reg:mine", "is unknown")]
    public void Objectives_that_are_no_candidates_are_refused(string objective, string why) =>
        Assert.Contains(why, Assert.Throws<ModelException>(() => Read(Learner(Tree(), objective))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_was_cut_off_is_refused_wherever_it_ends()
    {
        string whole = Learner(Tree());
        foreach (int length in Enumerable.Range(0, whole.Length / 7).Select(i => i * 7))
            Assert.Contains("cannot be read as an XGBoost model", Assert.Throws<ModelException>(() => Read(whole[..length])).Message,
                StringComparison.Ordinal);
    }

    [Fact]
    public void A_softmax_of_three_classes_takes_turns()
    {
        string trees = string.Join(',', Enumerable.Range(1, 3).Select(i => Tree().Replace(",-1,2]",
            string.Create(CultureInfo.InvariantCulture, $",{i},{10 * i}]"), StringComparison.Ordinal)));
        string json = Learner(trees, "multi:softprob").Replace("\"num_class\":\"0\"", "\"num_class\":\"3\"", StringComparison.Ordinal)
            .Replace("\"tree_info\":[0]", "\"tree_info\":[0,1,2]", StringComparison.Ordinal);
        Assert.Equal([10.0, 20, 30, 1, 2, 3], Read(json).Function.Sums([[2, 1]], 2));
        Assert.Equal(TaskType.MulticlassClassification, Bound(Read(json), [], "a", "b", "c").Task);
    }

    private static IMarginModel Bound(ForeignModel model, int[] order, params string[] classes) => new ForeignBinding(
        classes.Length > 2 ? TaskType.MulticlassClassification : TaskType.BinaryClassification, classes, ["x"]) { ModelClasses = order }
        .Bind(model);

    private static readonly Table rows = new([new NumericColumn("x", [2, 1])]);

    /// <summary>The model's second class may be the label's negative one: then everything is turned round.</summary>
    [Fact]
    public void The_classes_of_a_model_may_stand_in_another_order()
    {
        ForeignModel model = Read(Learner(Tree(), "binary:logistic", "\"5E-1\""));
        IMarginModel straight = Bound(model, [0, 1], "no", "yes"), turned = Bound(model, [1, 0], "no", "yes");
        Assert.Equal([2.0, -1], straight.Margins(rows));
        Assert.Equal([-2.0, 1], turned.Margins(rows));
        Assert.Equal(straight.Score(rows).Select(p => 1 - p), turned.Score(rows));
        Assert.Equal(1 / (1 + Math.Exp(-2)), straight.Score(rows)[0], 12);
        Assert.NotEqual(((Gate.Models.Serialization.IDigestedModel)straight).Digest,
            ((Gate.Models.Serialization.IDigestedModel)turned).Digest);
    }

    [Fact]
    public void A_class_that_the_model_does_not_know_has_the_probability_0()
    {
        string trees = Tree() + "," + Tree();
        string json = Learner(trees, "multi:softprob").Replace("\"num_class\":\"0\"", "\"num_class\":\"2\"", StringComparison.Ordinal)
            .Replace("\"tree_info\":[0]", "\"tree_info\":[0,1]", StringComparison.Ordinal);
        IMarginModel model = Bound(Read(json), [2, 0], "a", "b", "c");
        Assert.Equal([0.5, 0, 0.5], model.Score(rows)[..3]);
        Assert.Equal([2, double.NegativeInfinity, 2], model.Margins(rows)[..3]);
    }
}
