using Gate.Evaluation.Results;
using Gate.Reporting.Text;

namespace Gate.Tests.Reporting.Text;

/// <summary>Which number a finding shows as the one that was judged.</summary>
public class JudgedTests
{
    private static readonly IntervalFact Interval = new(0.01, 0.09, 0.95, "cell_bootstrap");

    // The metric is 0.9; it lost 0.05 of the baseline's, which are 5.5 %.
    private static readonly Finding Lost = Samples.SampleResults.Minimal().Findings[0] with
    {
        Interval = Interval,
        Regression = new(0.95, 0.05, null, Interval) { Scale = "relative", Relative = new(0.055, null, new(0.011, 0.1, 0.95, "wilson")) },
    };

    private static readonly BoundFact Absolute = new(null, null, 0.01), Relative = new(null, null, null) { MaxRelativeRegression = 0.02 };

    [Fact]
    public void Where_only_the_loss_is_bounded_the_loss_was_judged()
    {
        Judged judged = Judged.Of(Lost with { Bound = Absolute });
        Assert.Equal(new Judged(0.05, Interval, true, null, 0.01), judged);
        Assert.Equal(("0.0500 worse", "0.0100 to 0.0900"), (judged.Text, judged.IntervalText));
    }

    [Fact]
    public void Where_only_the_share_lost_is_bounded_the_share_was_judged()
    {
        Judged judged = Judged.Of(Lost with { Bound = Relative });
        Assert.Equal(new Judged(0.055, new(0.011, 0.1, 0.95, "wilson"), true, null, 0.02, true), judged);
        Assert.Equal(("5.5% worse", "1.1% to 10%"), (judged.Text, judged.IntervalText));
    }

    [Fact]
    public void Where_both_losses_are_bounded_the_scale_says_which_was_judged()
    {
        Finding both = Lost with { Bound = Absolute with { MaxRelativeRegression = 0.02 } };
        Assert.Equal("5.5% worse", Judged.Of(both).Text);
        Assert.Equal("0.0500 worse", Judged.Of(both with { Regression = both.Regression! with { Scale = "absolute" } }).Text);
    }

    [Fact]
    public void Where_the_metric_is_bounded_too_or_nothing_is_the_metric_was_judged()
    {
        foreach (BoundFact? bound in (BoundFact?[])[null, new(null, null, null), new(0.8, null, null), new(null, 0.95, null),
            Absolute with { Min = 0.8 }, Absolute with { Max = 0.95 }, Relative with { Min = 0.8 }, Relative with { Max = 0.95 }])
            Assert.Equal(new Judged(0.9, Interval, false, bound?.Min, bound?.Max), Judged.Of(Lost with { Bound = bound }));
        Assert.Equal("0.9000", new Judged(0.9, Interval, false, null, null).Text);
    }

    /// <summary>The interval reaches from 0.01 to 0.09.</summary>
    [Theory]
    [InlineData(0.009, null, true)]
    [InlineData(0.01, null, true)]
    [InlineData(0.05, null, false)]
    [InlineData(0.09, null, false)]
    [InlineData(0.091, null, true)]
    [InlineData(null, 0.009, true)]
    [InlineData(null, 0.01, false)]
    [InlineData(null, 0.089, false)]
    [InlineData(null, 0.09, true)]
    [InlineData(0.005, 0.2, true)]
    [InlineData(0.05, 0.2, false)]
    [InlineData(0.005, 0.05, false)]
    [InlineData(null, null, false)]
    public void An_interval_is_clear_where_it_lies_on_one_side_of_each_bound(double? least, double? most, bool clear)
    {
        Assert.Equal(clear, new Judged(0.05, Interval, false, least, most).IsClear);
        Assert.False(new Judged(0.05, null, false, least, most).IsClear);
        Finding finding = Lost with { Outcome = Outcome.Inconclusive, Bound = new(least, most, null), Regression = null };
        Finding InFamily(double? p, Outcome outcome) =>
            finding with { Outcome = outcome, Family = new("f", "holm", 5, p, 0.2, p is null ? "decided without one" : null) };
        Assert.Equal(clear ? "clear alone, not among the 5 of its family" : null, Phrases.ClearAlone(InFamily(0.04, Outcome.Inconclusive)));
        Assert.Null(Phrases.ClearAlone(InFamily(0.001, Outcome.Satisfied)));
        Assert.Null(Phrases.ClearAlone(InFamily(null, Outcome.Inconclusive)));
        Assert.Null(Phrases.ClearAlone(finding));
    }

    [Theory]
    [InlineData("value", "0.9000")]
    [InlineData("regression", "0.0500 worse")]
    [InlineData("relative_regression", "5.5% worse")]
    public void Of_several_bounds_the_one_that_decided_is_shown(string part, string text) =>
        Assert.Equal(text, Judged.Of(Lost with { DecidedPart = part, Bound = new(0.8, null, 0.01) { MaxRelativeRegression = 0.02 } }).Text);

    [Fact]
    public void A_loss_that_was_not_measured_leaves_the_metric()
    {
        Assert.False(Judged.Of(Lost with { Bound = Absolute, Regression = null }).IsRegression);
        Assert.False(Judged.Of(Lost with { Bound = Relative, Regression = Lost.Regression! with { Relative = null } }).IsRegression);
    }

    [Theory]
    [InlineData(-0.05, false, "0.0500 better")]
    [InlineData(0.0, false, "0 worse")]
    [InlineData(0.05, false, "0.0500 worse")]
    [InlineData(-0.05, true, "5% better")]
    [InlineData(0.0, true, "0% worse")]
    [InlineData(0.05, true, "5% worse")]
    [InlineData(null, true, "undefined")]
    public void The_sign_of_a_loss_is_a_word(double? loss, bool isShare, string words) =>
        Assert.Equal(words, new Judged(loss, null, true, null, 0.01, isShare).Text);

    [Fact]
    public void Without_interval_there_are_no_words_for_one()
    {
        Assert.Null(new Judged(0.9, null, false, null, null).IntervalText);
        Assert.Null(new Judged(0.9, null, true, null, 0.1, true).IntervalText);
        Assert.Equal("undefined", new Judged(null, null, false, null, null).Text);
    }
}
