using Gate.Evaluation.Planning;
using Gate.Metrics.Power;

namespace Gate.Tests.Evaluation.Planning;

public sealed class PlanTextTests
{
    /// <summary>What is told to pass must pass: it is rounded away from the bound, and so is what is told to fail.</summary>
    [Theory]
    [InlineData(true, 0.7521, 0.6369, "0.753 or more passes, 0.636 or less fails")]
    [InlineData(false, 0.1479, 0.2631, "0.147 or less passes, 0.264 or more fails")]
    public void Values_are_rounded_away_from_where_they_would_promise_too_much(bool isMin, double passes, double fails, string text) =>
        Assert.Equal(text, PlanText.Bounds([new PlannedBound(isMin, true, new PowerPlan(true, passes, fails))], ""));

    /// <summary>A bound that every value keeps is possible only where the policy says that it is meant.</summary>
    [Theory]
    [InlineData(true, -1e-12, "every value passes")]
    [InlineData(true, 0.0, "every value passes")]
    [InlineData(true, 1e-12, "every value passes")]
    [InlineData(false, 1.0, "every value passes")]
    [InlineData(true, 0.0001, "a ratio of 0.001 or more passes, no value fails often enough")]
    [InlineData(false, 0.0, "a ratio of 0 or less passes, no value fails often enough")]
    [InlineData(false, -1e-12, "a ratio of 0 or less passes, no value fails often enough")]
    public void No_plan_says_that_minus_nothing_passes(bool isMin, double passes, string text) =>
        Assert.Equal(text, PlanText.Bounds([new PlannedBound(isMin, true, new PowerPlan(true, passes, null))], "a ratio of "));

    [Fact]
    public void A_value_of_three_decimals_is_left_as_it_is() =>
        Assert.Equal("a ratio of 0.9 or more passes, 0.7 or less fails",
            PlanText.Bounds([new PlannedBound(true, true, new PowerPlan(true, 0.9, 0.7))], "a ratio of "));

    [Fact]
    public void A_bound_that_not_even_the_best_keeps_says_so() =>
        Assert.Equal("even the best possible result does not pass, as there are too few rows; 0.5 or less fails",
            PlanText.Bounds([new PlannedBound(true, false, new PowerPlan(false, null, 0.5))], ""));

    [Fact]
    public void Without_a_value_that_fails_nothing_is_said_of_failing() =>
        Assert.Equal("even the best possible result does not pass, as there are too few rows",
            PlanText.Bounds([new PlannedBound(true, false, new PowerPlan(false, null, null))], "a ratio of "));

    [Fact]
    public void Where_no_value_passes_often_enough_that_is_said() =>
        Assert.Equal("no value passes often enough, 0.5 or less fails; no value passes often enough, 0.25 or more fails",
            PlanText.Bounds([new PlannedBound(true, true, new PowerPlan(true, null, 0.5)),
                new PlannedBound(false, true, new PowerPlan(true, null, 0.25))], "a ratio of "));

    /// <summary>Errors of computing are no reason to go one step further; what is beyond them is.</summary>
    [Theory]
    [InlineData(0.7500000005, "0.75 or more passes")]
    [InlineData(0.75000001, "0.751 or more passes")]
    [InlineData(1.0, "1 or more passes")]
    [InlineData(2e-9, "0.001 or more passes")]
    public void Only_errors_of_computing_are_rounded_off(double passes, string text) =>
        Assert.StartsWith(text, PlanText.Bounds([new PlannedBound(true, true, new PowerPlan(true, passes, null))], ""),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(0.9999999995, "every value passes")]
    [InlineData(0.999, "0.999 or less passes, no value fails often enough")]
    [InlineData(0.9999, "0.999 or less passes, no value fails often enough")]
    public void From_above_every_value_passes_at_1(double passes, string text) =>
        Assert.Equal(text, PlanText.Bounds([new PlannedBound(false, true, new PowerPlan(true, passes, null))], ""));

    [Fact]
    public void What_is_assumed_stands_beside_how_often()
    {
        Assert.Equal(" (80% of the time)", PlanText.Time());
        Assert.Equal(" (80% of the time, at a rate of 0.5)", PlanText.Time(", at a rate of 0.5"));
    }

    [Theory]
    [InlineData(99.9999999999, "100")]
    [InlineData(99.99, "99")]
    [InlineData(1234.5, "1,234")]
    [InlineData(0.0, "0")]
    public void Effective_counts_have_no_decimals(double count, string text) => Assert.Equal(text, PlanText.Number(count));
}
