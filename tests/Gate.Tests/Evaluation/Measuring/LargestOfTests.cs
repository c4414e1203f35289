using Gate.Evaluation.Measuring;
using Gate.Metrics;

namespace Gate.Tests.Evaluation.Measuring;

public sealed class LargestOfTests
{
    /// <summary>An interval that reaches as far as its confidence: 0.95 to each side at 95 %.</summary>
    private static Func<double, Measurement> Around(double value, double up = 0) => confidence => new(MetricValue.Of(value),
        new(value - confidence, value + confidence + up, confidence, "test"));

    [Fact]
    public void The_upper_end_is_the_largest_and_the_lower_pays_for_the_choice()
    {
        (int index, Measurement largest) = LargestOf.Of([Around(1), Around(3), Around(2, up: 5)], 3, 0.94);
        Assert.Equal((1, 3.0), (index, largest.Value.Number));
        Assert.Equal(2 + 0.94 + 5, largest.Interval!.High, 1e-12);
        Assert.Equal(3 - (1 - 0.06 / 3), largest.Interval.Low, 1e-12);
        Assert.Equal(0.94, largest.Interval.Confidence);
    }

    [Fact]
    public void Without_a_choice_there_is_nothing_to_pay_for() =>
        Assert.Equal(3 - 0.94, LargestOf.Of([Around(1), Around(3)], 1, 0.94).Largest.Interval!.Low, 1e-12);

    [Fact]
    public void Where_one_has_no_interval_none_holds_for_the_largest() => Assert.Null(LargestOf.Of([Around(3),
        _ => new(MetricValue.Of(1), null)], 2, 0.94).Largest.Interval);
}
