using Gate.Metrics;
using Gate.Metrics.Intervals;
using Gate.Tests.Metrics.Comparing;

namespace Gate.Tests.Metrics.Intervals;

/// <summary>Limits that are made of other limits.</summary>
public sealed class DerivedLimitsTests
{
    private static readonly Limits A = new FixedLimits(4, 0.3, 0.4), B = new FixedLimits(1, 0.4, 0.3),
        None = new FixedLimits(1, double.NaN, 1);
    private static readonly Limits Rate = new ShareLimits(0.4, 500), Other = new ShareLimits(0.6, 300);

    [Fact]
    public void The_limits_of_a_difference_add_squares_of_opposite_arms()
    {
        var difference = new DifferenceLimits(A, B);
        AreAt(3 - Math.Sqrt(0.09 + 0.09), 3 + Math.Sqrt(0.16 + 0.16), difference, 1);
        AreAt(3 - 2 * Math.Sqrt(0.09 + 0.09), 3 + 2 * Math.Sqrt(0.16 + 0.16), difference, 2);
        Assert.Equal((3.0, Mover.Method, false), (difference.Value, difference.MethodAt(1.96), difference.IsExtreme));
        Assert.Equal(Mover.Newcombe, new DifferenceLimits(Rate, Other).MethodAt(1.96));
        Assert.Equal((Mover.Method, Mover.Method), (new DifferenceLimits(Rate, A).MethodAt(1.96),
            new DifferenceLimits(A, Rate).MethodAt(1.96)));
        Assert.Null(new DifferenceLimits(A, None).At(1));
        Assert.Null(new DifferenceLimits(None, A).At(1));
    }

    [Fact]
    public void The_limits_of_a_ratio_are_score_limits_of_rates_and_else_those_of_Fieller()
    {
        Assert.Equal(ScoreRatio.Limits(new(0.4, 500), new(0.6, 300), 1.96), new RatioLimits(Rate, Other).At(1.96));
        Assert.Equal(Mover.Ratio(new(4, 3.7, 4.4), new(1, 0.6, 1.3)), new RatioLimits(A, B).At(1));
        Assert.Equal((4.0, Mover.Method, ScoreRatio.Method), (new RatioLimits(A, B).Value, new RatioLimits(A, B).MethodAt(1.96),
            new RatioLimits(Rate, Other).MethodAt(1.96)));
        Assert.Equal((Mover.Method, Mover.Method), (new RatioLimits(Rate, A).MethodAt(1.96), new RatioLimits(A, Rate).MethodAt(1.96)));
    }

    [Fact]
    public void A_ratio_of_what_may_be_negative_has_no_limits_and_of_what_may_be_zero_it_has()
    {
        Limits negative = new FixedLimits(1, 2, 1);
        Assert.Null(new RatioLimits(A, negative).At(1));
        Assert.Null(new RatioLimits(negative, A).At(1));
        Assert.NotNull(new RatioLimits(negative, A).At(0.5));
        Assert.Equal(double.PositiveInfinity, new RatioLimits(A, negative).At(0.5)!.Value.High);
        Assert.Null(new RatioLimits(A, None).At(1));
        Assert.Null(new RatioLimits(None, A).At(1));
    }

    [Fact]
    public void The_arms_of_a_weighted_sum_add_as_squares()
    {
        var sum = new SumLimits([A, B], [0.75, 0.25]);
        AreAt(3.25 - Math.Sqrt(0.225 * 0.225 + 0.01), 3.25 + Math.Sqrt(0.09 + 0.075 * 0.075), sum, 1);
        Assert.Equal((3.25, Mover.Method), (sum.Value, sum.MethodAt(1.96)));
        Assert.Null(new SumLimits([A, None], [0.5, 0.5]).At(1));
    }

    [Fact]
    public void A_falling_function_swaps_the_limits_and_a_rising_one_does_not()
    {
        AreAt(-4.4, -3.7, MappedLimits.Negative(A), 1);
        AreAt(1 / 1.3, 1 / 0.6, MappedLimits.Inverse(B), 1);
        AreAt(37, 44, new MappedLimits(A, x => 10 * x, false), 1);
        Assert.Equal((-4.0, "fixed", false), (MappedLimits.Negative(A).Value, MappedLimits.Negative(A).MethodAt(1.96),
            MappedLimits.Negative(A).IsExtreme));
        Assert.True(MappedLimits.Negative(new FixedLimits(1, 1, 1, isExtreme: true)).IsExtreme);
        Assert.Null(MappedLimits.Negative(None).At(1));
    }

    [Fact]
    public void One_chosen_of_several_has_limits_that_hold_for_all()
    {
        Assert.Equal(A.At(1.96), new ChosenLimits(A, 1).At(1.96));
        double together = Limits.OfTail(Limits.Tail(1.96) / 3);
        AreAt(4 - 0.3 * together, 4 + 0.4 * together, new ChosenLimits(A, 3), 1.96);
        Assert.Equal((4.0, "fixed"), (new ChosenLimits(A, 3).Value, new ChosenLimits(A, 3).MethodAt(1.96)));
    }

    [Fact]
    public void What_is_so_by_definition_has_no_width()
    {
        var exact = new ExactLimits(0.5, "delong");
        Assert.Equal((0.5, 0.5), exact.At(3));
        Assert.Equal(new Interval(0.5, 0.5, 0.9, "delong"), exact.Interval(0.9));
    }

    [Fact]
    public void Limits_enclose_their_estimate_are_finite_and_never_minus_zero()
    {
        Assert.Equal((0.5, 0.5), new FixedLimits(0.5, -1, -1).At(1));
        Assert.Null(new FixedLimits(0.5, 1, double.PositiveInfinity).Interval(0.95));
        Assert.Null(new FixedLimits(0.5, double.PositiveInfinity, 1).Interval(0.95));
        Assert.Equal((double.NegativeInfinity, 1.5), new FixedLimits(0.5, double.PositiveInfinity, 1).At(1));
        Assert.Null(new FixedLimits(0.5, 1, double.NaN).At(1));
        Assert.Null(new FixedLimits(double.NaN, 1, 1).At(1));
        Interval zero = MappedLimits.Negative(new ExactLimits(0, "x")).Interval(0.95)!;
        Assert.False(double.IsNegative(zero.Low) || double.IsNegative(zero.High));
    }

    [Fact]
    public void The_critical_value_leaves_half_the_rest_on_each_side()
    {
        Assert.Equal(1.959963984540054, Limits.Critical(0.95), 9);
        Assert.Equal(0, Limits.Critical(0), 12);
        Assert.Equal(0.025, Limits.Tail(1.959963984540054), 9);
        Assert.Equal(1.2815515655446004, Limits.OfTail(0.1), 9);
    }

    [Fact]
    public void Limits_at_another_value_are_not_those_of_before()
    {
        Assert.Equal((3.7, 4.4), A.At(1));
        Assert.Equal((3.4, 4.8), A.At(2));
        Assert.Equal((3.7, 4.4), A.At(1));
    }

    private static void AreAt(double low, double high, Limits limits, double critical)
    {
        Assert.Equal(low, limits.At(critical)!.Value.Low, 12);
        Assert.Equal(high, limits.At(critical)!.Value.High, 12);
    }
}
