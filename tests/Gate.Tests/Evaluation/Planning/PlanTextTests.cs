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
}
