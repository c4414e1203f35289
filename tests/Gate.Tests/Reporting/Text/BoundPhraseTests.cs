using Gate.Evaluation.Results;
using Gate.Reporting.Text;

namespace Gate.Tests.Reporting.Text;

/// <summary>Bounds and losses against the baseline in words.</summary>
public class BoundPhraseTests
{
    private static readonly IntervalFact Interval = new(-0.02, 0.08, 0.9, "cell_bootstrap");

    [Theory]
    [InlineData(0.8, null, "at least 0.8")]
    [InlineData(null, 1.25, "at most 1.25")]
    [InlineData(0.8, 1.25, "between 0.8 and 1.25")]
    [InlineData(null, null, "none")]
    public void A_range_in_words(double? min, double? max, string words) => Assert.Equal(words, Phrases.Bound(new(min, max, null)));

    [Fact]
    public void Every_bound_of_a_condition_is_said()
    {
        Assert.Equal("none", Phrases.Bound(null));
        Assert.Equal("at most 0.01 worse than the baseline", Phrases.Bound(new(null, null, 0.01)));
        Assert.Equal("at most 2.5% worse than the baseline", Phrases.Bound(new(null, null, null) { MaxRelativeRegression = 0.025 }));
        Assert.Equal("at least 0.8; at most 0.01 worse than the baseline; at most 10% worse than the baseline",
            Phrases.Bound(new(0.8, null, 0.01) { MaxRelativeRegression = 0.1 }));
    }

    [Fact]
    public void Where_no_loss_is_bounded_none_is_said() => Assert.Null(Phrases.Regression(null));

    [Theory]
    [InlineData(0.05, "baseline 0.9000; worse by 0.0500 (90% interval -0.0200 to 0.0800)")]
    [InlineData(0.0, "baseline 0.9000; no change (90% interval -0.0200 to 0.0800)")]
    [InlineData(-0.01, "baseline 0.9000; better by 0.0100 (90% interval -0.0800 to 0.0200)")]
    public void The_interval_of_a_change_goes_with_its_direction(double worse, string words) =>
        Assert.Equal(words, Phrases.Regression(new(0.9, worse, null, Interval)));

    [Theory]
    [InlineData(0.05, "baseline 0.9000; worse by 5% (90% interval -2% to 8%)")]
    [InlineData(0.0, "baseline 0.9000; no change (90% interval -2% to 8%)")]
    [InlineData(-0.012345, "baseline 0.9000; better by 1.23% (90% interval -8% to 2%)")]
    public void A_change_as_a_share_of_the_baseline_is_a_percentage(double worse, string words) =>
        Assert.Equal(words, Phrases.Regression(new(0.9, null, null, null) { Relative = new(worse, null, Interval) }));

    [Fact]
    public void A_change_is_said_both_ways_where_both_are_measured_and_then_its_test()
    {
        RegressionFact both = new(0.9, 0.045, null, null) { Relative = new(0.05, null, null) };
        Assert.Equal("baseline 0.9000; worse by 0.0450; worse by 5%", Phrases.Regression(both));
        Assert.Equal("baseline 0.9000; worse by 0.0450; worse by 5%; McNemar's test p 0.03",
            Phrases.Regression(both with { Test = new("mcnemar", 0.03) }));
    }

    [Theory]
    [InlineData("mcnemar", "McNemar's test")]
    [InlineData("mcnemar_exact", "McNemar's test")]
    [InlineData("delong", "DeLong's test")]
    [InlineData("paired_bootstrap", "paired bootstrap")]
    public void Tests_have_the_names_of_their_authors(string name, string words) => Assert.Equal(
        $"baseline 0.9000; no change; {words} p below 0.0001", Phrases.Regression(new(0.9, 0, null, null) { Test = new(name, 1e-9) }));

    [Fact]
    public void What_is_undefined_gives_the_first_reason_that_there_is()
    {
        RegressionFact none = new(null, null, "no positives", null) { Relative = new(null, "the baseline is 0", null) };
        Assert.Equal("baseline –; undefined: no positives", Phrases.Regression(none));
        Assert.Equal("baseline –; undefined: the baseline is 0", Phrases.Regression(none with { Undefined = null }));
        Assert.Equal("baseline –; undefined: not measured", Phrases.Regression(none with { Undefined = null, Relative = null }));
    }
}
