using Gate.Evaluation.Measuring.Operations;
using Gate.Metrics;

namespace Gate.Tests.Evaluation.Measuring.Operations;

public sealed class OperationRegressionTests
{
    private static Func<double, Measurement> Of(double value, double low, double high) =>
        confidence => new(MetricValue.Of(value), new(low, high, confidence, "m"));

    private static Func<double, Measurement> Certain(double value) => _ => new(MetricValue.Of(value), null);

    private static Func<double, Measurement> Missing(string reason) => _ => new(MetricValue.Missing(reason), null);

    [Fact]
    public void Each_interval_is_taken_at_half_the_error_rate_and_the_whole_has_the_confidence_asked_for()
    {
        var asked = new List<double>();
        Measurement Noted(double confidence)
        {
            asked.Add(confidence);
            return new(MetricValue.Of(2), new(1, 3, confidence, "m"));
        }
        Measurement found = OperationRegression.Of(Noted, Noted, RegressionScale.Absolute, 0.9);
        Assert.Equal([0.95, 0.95], asked.Select(confidence => Math.Round(confidence, 12)));
        Assert.Equal((0, -2, 2, 0.9, "m"), (found.Value.Number, found.Interval!.Low, found.Interval.High, found.Interval.Confidence,
            found.Interval.Method));
    }

    [Theory]
    [InlineData(RegressionScale.Absolute, 1.0)]
    [InlineData(RegressionScale.Relative, 0.5)]
    public void What_is_certain_has_no_interval(RegressionScale scale, double worse)
    {
        Measurement found = OperationRegression.Of(Certain(3), Certain(2), scale, 0.9);
        Assert.Equal((worse, (Interval?)null), (found.Value.Number, found.Interval));
        Assert.Null(OperationRegression.Of(Of(3, 2, 4), Certain(2), scale, 0.9).Interval);
        Assert.Null(OperationRegression.Of(Certain(3), Of(2, 1, 3), scale, 0.9).Interval);
    }

    [Fact]
    public void What_one_of_both_does_not_have_is_undefined_with_its_reason()
    {
        Assert.Equal("mine", OperationRegression.Of(Missing("mine"), Missing("other"), RegressionScale.Absolute, 0.9).Value.Undefined);
        Assert.Equal("other", OperationRegression.Of(Certain(1), Missing("other"), RegressionScale.Absolute, 0.9).Value.Undefined);
    }

    /// <summary>Of a baseline that may be 0 there is no share: no value where it is, and no interval where its interval reaches
    /// it.</summary>
    [Fact]
    public void There_is_no_share_of_nothing()
    {
        Assert.Equal("the baseline's value is 0",
            OperationRegression.Of(Certain(1), Certain(0), RegressionScale.Relative, 0.9).Value.Undefined);
        Assert.Equal(1, OperationRegression.Of(Certain(1), Certain(0), RegressionScale.Absolute, 0.9).Value.Number);
        Measurement open = OperationRegression.Of(Of(3, 2, 4), Of(2, 0, 3), RegressionScale.Relative, 0.9);
        Assert.Equal((0.5, (Interval?)null), (open.Value.Number, open.Interval));
        Assert.NotNull(OperationRegression.Of(Of(3, 2, 4), Of(2, 0, 3), RegressionScale.Absolute, 0.9).Interval);
    }
}
