using Gate.Evaluation.Measuring.Frames;
using Gate.Policy.Document;
using Gate.Policy.Vocabulary;

namespace Gate.Tests.Evaluation.Measuring.Frames;

/// <summary>What metrics and disparities say of themselves to the policy language.</summary>
public sealed class MetricWordsTests
{
    private readonly Dictionary<string, MetricWord> words = new FrameSource().Words.ToDictionary(word => word.Name);

    [Theory]
    [InlineData("accuracy", false, true, false, false, false)]
    [InlineData("count", false, false, false, false, false)]
    [InlineData("recall", false, true, true, false, false)]
    [InlineData("selection_rate", false, false, true, false, false)]
    [InlineData("equal_opportunity_difference", true, true, true, false, false)]
    [InlineData("disparate_impact", true, false, true, false, false)]
    [InlineData("conditional_demographic_disparity_in_predicted_labels", true, false, false, true, false)]
    public void The_properties_of_a_word(string name, bool disparity, bool direction, bool classes, bool control, bool own)
    {
        MetricWord word = words[name];
        Assert.Equal((disparity, direction, classes, control, own),
            (word.IsDisparity, word.HasDirection, word.ServesClasses, word.NeedsControl, word.OwnReference));
    }

    [Fact]
    public void Parameters_have_their_type_default_and_limits()
    {
        ParameterWord beta = Assert.Single(words["fbeta"].Parameters), k = Assert.Single(words["top_k_accuracy"].Parameters);
        Assert.Equal(("beta", "number", 0.01, 100.0, false), (beta.Name, beta.Type, beta.Min, beta.Max, beta.Nullable));
        Assert.Equal(("k", "integer", 1.0, false), (k.Name, k.Type, k.Min, k.Nullable));
        Assert.Empty(words["accuracy"].Parameters);
    }

    [Fact]
    public void Methods_are_those_that_make_sense()
    {
        Assert.Equal(Enum.GetValues<MethodSpec>(), words["equalized_odds_difference"].Methods);
        Assert.Equal([MethodSpec.ToReference, MethodSpec.ToRest], words["disparate_impact"].Methods);
        Assert.Equal([MethodSpec.ToReference, MethodSpec.ToRest], words["total_variation_distance"].Methods);
        Assert.Empty(words["between_group_theil_index"].Methods);
    }

    [Fact]
    public void Tasks_and_range_are_the_metrics_own()
    {
        Assert.Equal([PolicyTask.Regression], words["r2"].Tasks);
        Assert.Equal((0, 1), (words["accuracy"].Low, words["accuracy"].High));
        Assert.Equal((-1, 1), (words["difference_in_accuracy"].Low, words["difference_in_accuracy"].High));
        Assert.Contains("di", words["disparate_impact"].Aliases);
    }

    [Fact]
    public void A_disparity_is_found_by_its_name_before_an_alias()
    {
        Assert.Equal("disparate_impact", ConditionMetric.Disparity("di")!.Comparison.Name);
        Assert.Null(ConditionMetric.Disparity("accuracy"));
    }

    [Fact]
    public void A_metric_is_said_with_its_parameters_and_its_class()
    {
        var condition = new ConditionSpec { Id = "c", Metric = "m" };
        Assert.Equal("m", ConditionMetric.Text("m", condition));
        Assert.Equal("m (a 2, b 0.5) of x", ConditionMetric.Text("m", condition with { Class = "x",
            Parameters = new Dictionary<string, double> { ["a"] = 2, ["b"] = 0.5 } }));
    }
}
