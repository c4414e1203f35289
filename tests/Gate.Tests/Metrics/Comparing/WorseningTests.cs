using Gate.Metrics;
using Gate.Metrics.Comparing;

namespace Gate.Tests.Metrics.Comparing;

public sealed class WorseningTests
{
    [Theory]
    [InlineData(Direction.HigherIsBetter, 0.75, 1.0, RegressionScale.Absolute, 0.25)]
    [InlineData(Direction.HigherIsBetter, 1.0, 0.75, RegressionScale.Absolute, -0.25)]
    [InlineData(Direction.LowerIsBetter, 0.75, 1.0, RegressionScale.Absolute, -0.25)]
    [InlineData(Direction.LowerIsBetter, 1.0, 0.75, RegressionScale.Absolute, 0.25)]
    [InlineData(Direction.HigherIsBetter, 1.5, 2.0, RegressionScale.Relative, 0.25)]
    [InlineData(Direction.LowerIsBetter, 1.5, 2.0, RegressionScale.Relative, -0.25)]
    [InlineData(Direction.HigherIsBetter, -2.5, -2.0, RegressionScale.Relative, 0.25)]
    [InlineData(Direction.HigherIsBetter, 0.5, 0.0, RegressionScale.Absolute, -0.5)]
    public void Positive_is_worse_and_a_share_is_one_of_the_baselines_size(Direction direction, double candidate, double baseline,
        RegressionScale scale, double worse)
    {
        Assert.Equal(worse, Worsening.Of(direction, candidate, baseline, scale));
        Assert.Equal(MetricValue.Of(worse),
            Worsening.Of(direction, "m", MetricValue.Of(candidate), MetricValue.Of(baseline), scale));
        Assert.Equal([worse, worse], Worsening.Of(direction, [candidate, candidate], [baseline, baseline], scale));
    }

    [Theory]
    [InlineData(Direction.HigherIsBetter)]
    [InlineData(Direction.LowerIsBetter)]
    public void Equal_models_change_by_plain_zero(Direction direction)
    {
        foreach (RegressionScale scale in Enum.GetValues<RegressionScale>())
            Assert.False(double.IsNegative(Worsening.Of(direction, 0.5, 0.5, scale)));
    }

    [Fact]
    public void What_is_undefined_says_for_which_model()
    {
        MetricValue none = MetricValue.Missing("no positives"), half = MetricValue.Of(0.5);
        MetricValue Worse(MetricValue candidate, MetricValue baseline, RegressionScale scale = RegressionScale.Absolute) =>
            Worsening.Of(Direction.HigherIsBetter, "recall", candidate, baseline, scale);
        Assert.Equal("no positives", Worse(none, half).Undefined);
        Assert.Equal("no positives", Worse(none, none).Undefined);
        Assert.Equal("undefined for the baseline: no positives", Worse(half, none).Undefined);
        Assert.Equal("the baseline is 0, so there is no share of it", Worse(half, MetricValue.Of(0), RegressionScale.Relative).Undefined);
    }

    [Fact]
    public void A_metric_without_better_side_cannot_get_worse() => Assert.Equal(
        "selection_rate has no better direction, so it cannot get worse", Assert.Throws<InvalidOperationException>(() => Worsening.Of(
            Direction.Neutral, "selection_rate", MetricValue.Of(1), MetricValue.Of(1), RegressionScale.Absolute)).Message);
}
