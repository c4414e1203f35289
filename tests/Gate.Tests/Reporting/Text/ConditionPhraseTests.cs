using Gate.Evaluation.Results;
using Gate.Reporting.Text;

namespace Gate.Tests.Reporting.Text;

/// <summary>What a condition is called: its metric, how groups are compared, and on which rows.</summary>
public class ConditionPhraseTests
{
    private static readonly Finding Plain = Samples.SampleResults.Minimal().Findings[0] with { Metric = "recall" };

    [Theory]
    [InlineData(null, "recall by sex")]
    [InlineData("joint", "recall by sex")]
    [InlineData("group_min", "recall, lowest group by sex")]
    [InlineData("group_max", "recall, highest group by sex")]
    [InlineData("each", "recall, each group by sex")]
    [InlineData("difference", "recall, difference by sex")]
    [InlineData("ratio", "recall, ratio by sex")]
    public void It_says_how_groups_are_compared(string? compare, string words) =>
        Assert.Equal(words, Phrases.Condition(Plain with { Compare = compare, By = ["sex"] }));

    [Theory]
    [InlineData("between_groups", null, "recall, difference by sex")]
    [InlineData("to_overall", null, "recall, difference to all rows by sex")]
    [InlineData("to_rest", null, "recall, difference to the rest by sex")]
    [InlineData("to_reference", "largest", "recall, difference to the largest group by sex")]
    [InlineData("to_reference", "best", "recall, difference to the best group by sex")]
    [InlineData("to_reference", "worst", "recall, difference to the worst group by sex")]
    [InlineData("to_reference", "male", "recall, difference to male by sex")]
    public void It_says_against_what(string method, string? reference, string words) => Assert.Equal(words,
        Phrases.Condition(Plain with { Compare = "difference", Method = method, Reference = reference, By = ["sex"] }));

    [Fact]
    public void A_ratio_is_said_against_something_too_and_a_lowest_group_is_not()
    {
        Finding toAll = Plain with { Method = "to_overall", By = ["sex"] };
        Assert.Equal("recall, ratio to all rows by sex", Phrases.Condition(toAll with { Compare = "ratio" }));
        Assert.Equal("recall, lowest group by sex", Phrases.Condition(toAll with { Compare = "group_min" }));
    }

    [Fact]
    public void A_named_disparity_still_says_against_what() => Assert.Equal("equalized_odds_difference, to all rows by sex",
        Phrases.Condition(Plain with { Metric = "equalized_odds_difference", Compare = "difference", Method = "to_overall",
            By = ["sex"] }));

    [Fact]
    public void Only_a_whole_last_word_is_a_named_disparity() => Assert.Equal("indifference, difference by sex",
        Phrases.Condition(Plain with { Metric = "indifference", Compare = "difference", By = ["sex"] }));

    [Fact]
    public void Columns_levels_and_slice_follow_in_this_order() => Assert.Equal(
        "recall, ratio by sex × age within school × year where a > 1",
        Phrases.Condition(Plain with { Compare = "ratio", By = ["sex", "age"], Control = ["school", "year"], Where = " a > 1\n" }));

    [Fact]
    public void A_slice_alone_takes_no_comma() => Assert.Equal("recall where a > 1", Phrases.Condition(Plain with { Where = "a > 1" }));

    [Fact]
    public void Without_groups_and_slice_it_is_the_metric_alone() => Assert.Equal("recall", Phrases.Condition(Plain));

    [Fact]
    public void Parameters_and_class_stand_behind_the_metric()
    {
        Finding given = Plain with { Metric = "fbeta", Parameters = [new("beta", 2), new("floor", 0.000005)], Class = "setosa" };
        Assert.Equal("fbeta (beta 2, floor 0.000005) of setosa", Phrases.Metric(given));
        Assert.Equal("fbeta (beta 2, floor 0.000005)", Phrases.Metric(given with { Class = null }));
        Assert.Equal("fbeta of setosa", Phrases.Metric(given with { Parameters = [] }));
        Assert.Equal("fbeta (beta 2, floor 0.000005) of setosa, each group by sex",
            Phrases.Condition(given with { Compare = "each", By = ["sex"] }));
    }
}
