using Gate.Metrics.Comparing;
using Gate.Metrics.Intervals;

namespace Gate.Tests.Metrics.Comparing;

public sealed class ContrastsTests
{
    private static readonly Limits[] Rates = [new ShareLimits(0.5, 400), new ShareLimits(0.8, 600), new ShareLimits(0.1, 500)];
    private static readonly Limits[] Numbers = [new FixedLimits(2, 0.2, 0.3), new FixedLimits(5, 0.5, 1), new FixedLimits(3, 0.1, 0.1)];
    private static readonly Limits None = new FixedLimits(4, double.NaN, 0);

    [Fact]
    public void A_list_has_the_largest_of_its_lower_and_of_its_upper_limits()
    {
        var list = new ContrastList([new FixedLimits(1, 0.1, 3), new FixedLimits(2, 1, 0.5, "other"), new FixedLimits(1.5, 0.1, 0.1)]);
        Assert.Equal((3, 2.0, Mover.Method), (list.Count, list.Value, list.MethodAt(1.96)));
        Assert.Equal((1.4, 4.0), list.Largest(1));
        Assert.Equal((0.0, 7.0), Rounded(new ContrastList([new FixedLimits(1, 0.5, 3), new FixedLimits(2, 1, 0.5)]).Largest(2)));
        Assert.Equal((3, 2, 2, 1, 0), (list.CountReaching(1.6, 1), list.CountReaching(1.7, 1), list.CountReaching(2.5, 1),
            list.CountReaching(2.6, 1), list.CountReaching(4.1, 1)));
    }

    [Fact]
    public void A_list_without_one_of_its_limits_has_none()
    {
        Assert.Null(new ContrastList([Numbers[0], None]).Largest(1));
        Assert.Equal(1, new ContrastList([Numbers[0], None]).CountReaching(0, 1));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.96)]
    [InlineData(3)]
    public void Pairs_are_the_list_of_all_ordered_differences_and_ratios(double critical)
    {
        foreach (Limits[] groups in new[] { Rates, Numbers, [Rates[0], Numbers[0]] })
        {
            (Limits A, Limits B)[] pairs = [.. groups.SelectMany(a => groups.Where(b => b != a).Select(b => (a, b)))];
            AreAlike(new ContrastList([.. pairs.Select(pair => new DifferenceLimits(pair.A, pair.B))]), new PairContrasts(groups, false));
            AreAlike(new ContrastList([.. pairs.Select(pair => MappedLimits.Negative(new RatioLimits(pair.A, pair.B)))]),
                new PairContrasts(groups, true));
        }

        void AreAlike(ContrastList list, PairContrasts pairs)
        {
            Assert.Equal((list.Count, list.MethodAt(1.96)), (pairs.Count, pairs.MethodAt(1.96)));
            Assert.Equal(list.Value, pairs.Value, 12);
            // Asked twice and in between at another value, for what is kept belongs to one.
            for (int time = 0; time < 2; time++)
            {
                Assert.Equal(list.Largest(critical)!.Value.Low, pairs.Largest(critical)!.Value.Low, 9);
                Assert.Equal(list.Largest(critical)!.Value.High, pairs.Largest(critical)!.Value.High, 9);
                foreach (double threshold in new[] { -10, -0.9, -0.4, 0.013, 0.31, 0.77, 2.03, 10 })
                    Assert.Equal(list.CountReaching(threshold, critical), pairs.CountReaching(threshold, critical));
                pairs.Largest(1.5);
            }
        }
    }

    [Fact]
    public void A_pair_that_reaches_the_threshold_exactly_counts()
    {
        var pairs = new PairContrasts([new FixedLimits(2, 0, 0), new FixedLimits(5, 0, 0)], false);
        Assert.Equal((2, 1, 0), (pairs.CountReaching(-3, 1), pairs.CountReaching(3, 1), pairs.CountReaching(3.1, 1)));
    }

    [Fact]
    public void Pairs_with_a_group_that_has_no_limits_have_none_and_may_all_be_the_largest()
    {
        var pairs = new PairContrasts([.. Numbers, None], false);
        Assert.Null(pairs.Largest(1));
        Assert.Null(pairs.Largest(1));
        Assert.Equal(12, pairs.CountReaching(100, 1));
    }

    [Fact]
    public void Numbers_that_may_be_negative_have_differences_and_no_ratios()
    {
        Limits[] groups = [new FixedLimits(1, 2, 1), new FixedLimits(5, 1, 1)];
        Assert.NotNull(new PairContrasts(groups, false).Largest(1));
        Assert.Null(new PairContrasts(groups, true).Largest(1));
        // At the critical value at which the lower limit is 0 itself there still is a ratio.
        Assert.NotNull(new PairContrasts(groups, true).Largest(0.5));
    }

    [Theory]
    [InlineData(1.96)]
    [InlineData(1)]
    public void A_largest_that_stands_apart_has_its_own_limits(double critical)
    {
        var apart = new LargestContrast([new ContrastList([new FixedLimits(10, 0.5, 1)]), new ContrastList([new FixedLimits(1, 0.5, 1)])],
            double.NegativeInfinity);
        (double low, double high) = apart.At(critical)!.Value;
        Assert.Equal((10 - 0.5 * critical, 10 + critical), (Math.Round(low, 9), Math.Round(high, 9)));
        Assert.Equal((10.0, true, "fixed"), (apart.Value, apart.IsExtreme, apart.MethodAt(1.96)));
    }

    [Fact]
    public void Lower_limits_of_equals_share_their_level_and_upper_ones_do_not()
    {
        Limits one = new FixedLimits(1, 0.5, 0.5), slightly = new FixedLimits(1.01, 0.5, 0.5), far = new FixedLimits(-50, 0.5, 0.5);
        var equals = new LargestContrast([new ContrastList([one, slightly]), new ContrastList([far])], double.NegativeInfinity);
        (double low, double high) = equals.At(1.96)!.Value;
        Assert.Equal(1.01 + 0.5 * 1.96, high, 9);
        // Two of the three could be the largest.
        Assert.Equal(1.01 - 0.5 * Limits.OfTail(Limits.Tail(1.96) / 2), low, 9);
    }

    [Fact]
    public void Far_from_zero_only_so_many_pairs_share_the_risk_as_can_be_farthest_apart_at_once()
    {
        // Five groups, two here and three there: of twenty pairs six can have the largest difference at once.
        Limits[] groups = [.. Enumerable.Range(0, 5).Select(g => (Limits)new FixedLimits(g < 2 ? 10 : 4, 0.5, 0.5))];
        Assert.Equal(6, new PairContrasts(groups, false).ShareOfRisk(5, 1.96), 9);
        double low = new LargestContrast([new PairContrasts(groups, false)], 0).At(1.96)!.Value.Low;
        Assert.Equal(6 - Math.Sqrt(0.5) * Limits.OfTail(Limits.Tail(1.96) / 6), low, 9);
    }

    [Fact]
    public void Pairs_share_the_risk_in_parts_the_nearer_to_zero_their_largest_difference_is()
    {
        Limits[] groups = [.. Enumerable.Range(0, 4).Select(g => (Limits)new FixedLimits(1 + 0.2 * g, 0.5, 0.5))];
        var pairs = new PairContrasts(groups, false);
        // The standard error of a difference is √0.5; equals fail at the critical value and the distance in such errors.
        double single = Limits.Tail(1.96), equals = Limits.Tail(1.96 + 2 / Math.Sqrt(0.5));
        Assert.Equal(4 + 12 * equals / single, pairs.ShareOfRisk(2, 1.96), 9);
        Assert.Equal((12.0, 12.0, 12.0), (pairs.ShareOfRisk(0.01, 1.96), pairs.ShareOfRisk(0, 1.96), pairs.ShareOfRisk(-1, 1.96)));
        Assert.Equal(2, new ContrastList([groups[0], groups[1]]).ShareOfRisk(100, 1.96));
    }

    [Fact]
    public void Ratios_share_the_risk_by_their_logarithms()
    {
        Limits[] groups = [new FixedLimits(8, 0.1, 0.1), new FixedLimits(4, 0.1, 0.1), new FixedLimits(2, 0.1, 0.1)];
        var pairs = new PairContrasts(groups, true);
        Assert.Equal(2, pairs.ShareOfRisk(-0.25, 1.96), 9);
        Assert.Equal(6, pairs.ShareOfRisk(-1, 1.96));
        // Near 1 pairs of equals count in part.
        Assert.InRange(pairs.ShareOfRisk(-0.95, 1.96), 2.001, 5.999);
        // A ratio of something that may be 0 has no error that could be relied upon.
        Assert.Equal(6, new PairContrasts([.. groups.Take(2), new FixedLimits(1, 1, 0.1)], true).ShareOfRisk(-0.25, 1.96), 6);
    }

    [Fact]
    public void Where_equals_could_be_the_largest_they_share_the_risk_all_the_same()
    {
        // One pair of each list could be the largest, whatever else is bound together.
        Limits[] near = [new FixedLimits(1, 0.5, 0.5), new FixedLimits(1.1, 0.5, 0.5), new FixedLimits(0.9, 0.5, 0.5)];
        Assert.Equal(0, new LargestContrast([new PairContrasts(near, false)], 0).At(1.96)!.Value.Low);
        double two = new LargestContrast([new PairContrasts([Far(9), Far(1)], false), new PairContrasts([Far(9), Far(1)], false)], 0)
            .At(1.96)!.Value.Low;
        Assert.Equal(8 - Math.Sqrt(0.5) * Limits.OfTail(Limits.Tail(1.96) / 2), two, 9);

        static Limits Far(double value) => new FixedLimits(value, 0.5, 0.5);
    }

    [Fact]
    public void However_low_the_confidence_the_choice_of_those_that_could_be_the_largest_stays_careful()
    {
        // At the critical value 0 limits are the estimates, and without care only one would be looked at.
        var near = new LargestContrast([new ContrastList([new FixedLimits(1, 0.5, 0.5), new FixedLimits(1.5, 0.5, 0.5)])],
            double.NegativeInfinity);
        Assert.Equal(1.5 - 0.5 * Limits.OfTail(0.25), near.At(0)!.Value.Low, 9);
    }

    [Fact]
    public void Nothing_lies_below_what_the_largest_is_by_its_definition()
    {
        var bounded = new LargestContrast([new ContrastList([new FixedLimits(0.1, 0.5, 0.5), new FixedLimits(-0.1, 0.5, 0.5)])], 0);
        Assert.Equal((0, 0.1 + 0.5 * 1.96), bounded.At(1.96));
        Assert.Null(new LargestContrast([new ContrastList([Numbers[0]]), new ContrastList([None])], 0).At(1.96));
    }

    [Fact]
    public void Limits_of_different_kinds_have_the_name_of_what_joins_them()
    {
        Limits other = new FixedLimits(1, 1, 1, "other");
        Assert.Equal("other", new LargestContrast([new ContrastList([other]), new ContrastList([other])], 0).MethodAt(1.96));
        Assert.Equal(Mover.Method, new LargestContrast([new ContrastList([other]), new ContrastList([Numbers[0]])], 0).MethodAt(1.96));
        Assert.Equal((Mover.Method, Mover.Newcombe, ScoreRatio.Method), (new PairContrasts(Numbers, false).MethodAt(1.96),
            new PairContrasts(Rates, false).MethodAt(1.96), new PairContrasts(Rates, true).MethodAt(1.96)));
    }

    private static (double, double)? Rounded((double Low, double High)? limits) =>
        limits is (double low, double high) ? (Math.Round(low, 9), Math.Round(high, 9)) : null;
}
