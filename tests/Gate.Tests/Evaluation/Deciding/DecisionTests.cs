using Gate.Evaluation.Deciding;
using Gate.Evaluation.Judging;
using Gate.Evaluation.Results;
using Gate.Metrics;

namespace Gate.Tests.Evaluation.Deciding;

public sealed class DecisionTests
{
    private static Measurement Measured(double estimate, double low, double high) =>
        new(MetricValue.Of(estimate), new Interval(low, high, 0.95, "wilson"));

    [Theory]
    [InlineData(0.80, 0.90, "Satisfied")]
    [InlineData(0.81, 0.90, "Satisfied")]
    [InlineData(0.79, 0.90, "Inconclusive")]
    [InlineData(0.60, 0.80, "Inconclusive")]
    [InlineData(0.60, 0.79, "Violated")]
    public void At_least_0_8_is_decided_on_the_whole_interval(double low, double high, string outcome) =>
        Assert.Equal(outcome, Decision.Judge(Measured((low + high) / 2, low, high), 0.8, null, Basis.Interval).ToString());

    [Theory]
    [InlineData(0.05, 0.10, "Satisfied")]
    [InlineData(0.05, 0.11, "Inconclusive")]
    [InlineData(0.10, 0.20, "Inconclusive")]
    [InlineData(0.11, 0.20, "Violated")]
    public void At_most_0_1_is_decided_on_the_whole_interval(double low, double high, string outcome) =>
        Assert.Equal(outcome, Decision.Judge(Measured((low + high) / 2, low, high), null, 0.1, Basis.Interval).ToString());

    [Fact]
    public void A_range_is_violated_when_either_side_is() =>
        Assert.Equal(Outcome.Violated, Decision.Judge(Measured(0.5, 0.45, 0.55), 0.4, 0.44, Basis.Interval));

    [Fact]
    public void The_estimate_alone_decides_when_the_policy_says_so() =>
        Assert.Equal(Outcome.Satisfied, Decision.Judge(Measured(0.81, 0.7, 0.9), 0.8, null, Basis.Point));

    [Fact]
    public void Without_an_interval_nothing_is_decided_on_intervals() =>
        Assert.Equal(Outcome.Inconclusive, Decision.Judge(new(MetricValue.Of(0.9), null), 0.8, null, Basis.Interval));

    [Fact]
    public void An_undefined_value_is_undefined_even_without_a_bound() =>
        Assert.Equal(Outcome.Undefined, Decision.Judge(new(MetricValue.Missing("no positive rows"), null), null, null, Basis.Interval));

    /// <summary>0.1 + 0.2 is 0.30000000000000004: a bound of 0.3 is met, as the policy's author meant it.</summary>
    [Fact]
    public void Rounding_alone_violates_no_bound() =>
        Assert.Equal(Outcome.Satisfied, Decision.Judge(new(MetricValue.Of(0.1 + 0.2), null), null, 0.3, Basis.Point));

    [Fact]
    public void A_value_that_is_not_a_number_is_never_a_pass() =>
        Assert.Equal(Outcome.Undefined, Decision.Judge(new(MetricValue.Of(double.NaN), null), 0, 1, Basis.Interval));

    /// <summary>A trillionth of the bound, and of 1 where the bound is smaller, is taken for rounding; more is not.</summary>
    [Theory]
    [InlineData(0.3, 1e-13, "Satisfied")]
    [InlineData(0.3, 1e-11, "Violated")]
    [InlineData(1e6, 1e-7, "Satisfied")]
    [InlineData(1e6, 1e-5, "Violated")]
    [InlineData(-1e6, 1e-7, "Satisfied")]
    [InlineData(-1e6, 1e-5, "Violated")]
    public void Rounding_is_told_from_missing(double bound, double off, string outcome)
    {
        Assert.Equal(outcome, Decision.Judge(new(MetricValue.Of(bound - off), null), bound, null, Basis.Point).ToString());
        Assert.Equal(outcome, Decision.Judge(new(MetricValue.Of(bound + off), null), null, bound, Basis.Point).ToString());
    }

    /// <summary>What lies just as far out as rounding goes is still on the bound: on neither side of it is it missed.</summary>
    [Fact]
    public void The_last_that_counts_as_rounding_keeps_the_bound()
    {
        double below = 1 - 1e-12, above = 1 + 1e-12;
        Assert.Equal(Outcome.Satisfied, Decision.Judge(Measured(2, below, 3), 1, null, Basis.Interval));
        Assert.Equal(Outcome.Satisfied, Decision.Judge(Measured(0.5, 0, above), null, 1, Basis.Interval));
        Assert.Equal(Outcome.Inconclusive, Decision.Judge(Measured(0.5, 0, below), 1, null, Basis.Interval));
        Assert.Equal(Outcome.Inconclusive, Decision.Judge(Measured(2, above, 3), null, 1, Basis.Interval));
    }

    [Fact]
    public void Without_a_bound_a_value_is_only_reported() =>
        Assert.Equal(Outcome.Reported, Decision.Judge(new(MetricValue.Of(0.9), null), null, null, Basis.Interval));

    [Fact]
    public void Of_two_bounds_the_graver_outcome_counts()
    {
        Assert.Equal(Outcome.Inconclusive, Decision.Judge(Measured(0.5, 0.45, 0.55), 0.4, 0.5, Basis.Interval));
        Assert.Equal(Outcome.Inconclusive, Decision.Judge(Measured(0.5, 0.45, 0.55), 0.5, 0.6, Basis.Interval));
        Assert.Equal(Outcome.Violated, Decision.Judge(Measured(0.5, 0.45, 0.55), 0.6, 0.5, Basis.Interval));
    }

    [Fact]
    public void Outcomes_are_ordered_by_gravity() => Assert.Equal(
        [Outcome.Violated, Outcome.Undefined, Outcome.Inconclusive, Outcome.Satisfied, Outcome.Reported],
        Enum.GetValues<Outcome>().OrderByDescending(Decision.Rank));
}
