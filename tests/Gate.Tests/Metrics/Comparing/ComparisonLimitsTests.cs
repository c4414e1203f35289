using Gate.Metrics;
using Gate.Metrics.Intervals;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Comparing;

/// <summary>The intervals of comparisons of rates, against the formulas written out.</summary>
public sealed class ComparisonLimitsTests
{
    // Selected: a 30 of 40, b 10 of 40, c 8 of 20.
    private static readonly (string Group, int Selected, int Rows)[] Counts = [("a", 30, 40), ("b", 10, 40), ("c", 8, 20)];
    private static readonly Limits A = new ShareLimits(0.75, 40), B = new ShareLimits(0.25, 40), C = new ShareLimits(0.4, 20),
        OutsideA = new ShareLimits(0.3, 60), OutsideB = new ShareLimits(38.0 / 60, 60);
    private static readonly double Critical = Limits.Critical(0.95);
    private static readonly MetricFrame Frame = Of(Counts);

    [Fact]
    public void Against_a_reference_the_sign_is_that_of_the_reference_less_the_group_and_each_group_is_looked_at()
    {
        Comparison signed = Signed(CompareKind.Difference, CompareMethod.ToReference, "c");
        Are(new DifferenceLimits(C, A), -0.35, 2, Frame.Compare(signed, [true, true, true]).Worst);
        Are(new DifferenceLimits(C, B), 0.15, 1, Frame.Compare(signed, [false, true, true]).Worst);
        Are(new RatioLimits(A, C), 1.875, 2,
            Frame.Compare(Signed(CompareKind.Ratio, CompareMethod.ToReference, "c"), [true, true, true]).Worst);
    }

    [Fact]
    public void Against_the_rest_each_group_is_looked_at_and_the_difference_of_two_only_once()
    {
        Comparison signed = Signed(CompareKind.Difference, CompareMethod.ToRest);
        Are(new DifferenceLimits(OutsideA, A), -0.45, 3, Frame.Compare(signed, [true, true, true]).Worst);
        Are(new DifferenceLimits(OutsideA, A), -0.45, 2, Frame.Compare(signed, [true, true, false]).Worst);
        MetricFrame two = Of(Counts[..2]);
        Are(new DifferenceLimits(B, A), -0.5, 1, two.Compare(signed, [true, true]).Worst);
        // The ratio of the one is not that of the other.
        Are(new RatioLimits(A, B), 3, 2, two.Compare(Signed(CompareKind.Ratio, CompareMethod.ToRest), [true, true]).Worst);
    }

    [Fact]
    public void All_rows_are_the_group_and_the_rest_by_their_shares()
    {
        Are(new MappedLimits(new DifferenceLimits(OutsideA, A), d => 0.6 * d, false), -0.27, 3,
            Frame.Compare(Signed(CompareKind.Difference, CompareMethod.ToOverall), [true, true, true]).Worst);
        Are(new MappedLimits(new RatioLimits(B, OutsideB), r => r / (0.4 * r + 0.6), false), 0.25 / 0.48, 3,
            Frame.Compare(Signed(CompareKind.Ratio, CompareMethod.ToOverall), [true, true, true]).Worst);
    }

    [Theory]
    [InlineData(CompareKind.Difference, 0.0)]
    [InlineData(CompareKind.Ratio, 1.0)]
    public void A_group_of_all_rows_is_what_all_rows_are_with_certainty(CompareKind kind, double same)
    {
        Measurement measured = Of(Counts[..1]).Compare(Samples.Comparison("selection_rate", kind, CompareMethod.ToOverall), [true]).Worst;
        Assert.Equal((same, same, same), (measured.Value.Number, measured.Interval!.Low, measured.Interval.High));
    }

    [Theory]
    [InlineData(CompareKind.Difference)]
    [InlineData(CompareKind.Ratio)]
    public void Two_groups_that_stand_apart_have_the_limits_of_their_own_pair(CompareKind kind)
    {
        MetricFrame two = Of(Counts[..2]);
        Limits pair = kind == CompareKind.Ratio ? new RatioLimits(B, A) : new DifferenceLimits(A, B);
        foreach (CompareMethod method in new[] { CompareMethod.BetweenGroups, CompareMethod.ToReference })
            Are(pair, kind == CompareKind.Ratio ? 1.0 / 3 : 0.5, 1,
                two.Compare(Samples.Comparison("selection_rate", kind, method), [true, true]).Worst);
    }

    [Theory]
    [InlineData(CompareKind.GroupMin)]
    [InlineData(CompareKind.GroupMax)]
    public void A_lowest_or_highest_group_that_stands_apart_has_its_own_limits(CompareKind kind) =>
        Are(kind == CompareKind.GroupMin ? new ShareLimits(0.1, 100) : new ShareLimits(0.9, 100),
            kind == CompareKind.GroupMin ? 0.1 : 0.9, 1, Of([("a", 10, 100), ("b", 90, 100)])
                .Compare(Samples.Comparison("selection_rate", kind), [true, true]).Worst);

    [Theory]
    [InlineData("selection_rate", ReferenceKind.Best, CompareKind.Difference, 1)]
    [InlineData("selection_rate", ReferenceKind.Worst, CompareKind.Difference, -1)]
    [InlineData("false_positive_rate", ReferenceKind.Best, CompareKind.Difference, -1)]
    [InlineData("false_positive_rate", ReferenceKind.Worst, CompareKind.Difference, 1)]
    [InlineData("selection_rate", ReferenceKind.Best, CompareKind.Ratio, 1)]
    [InlineData("selection_rate", ReferenceKind.Worst, CompareKind.Ratio, -1)]
    [InlineData("false_positive_rate", ReferenceKind.Best, CompareKind.Ratio, -1)]
    [InlineData("false_positive_rate", ReferenceKind.Worst, CompareKind.Ratio, 1)]
    public void The_interval_against_the_best_or_worst_group_is_turned_with_the_sign(string metric, ReferenceKind kind, CompareKind compare,
        int sign)
    {
        Comparison plain = Samples.Comparison(metric, compare, CompareMethod.ToReference) with { Reference = new ReferenceGroup(kind) };
        Measurement without = Frame.Compare(plain, [true, true, true]).Worst,
            signed = Frame.Compare(plain with { Signed = true }, [true, true, true]).Worst;
        double Turned(double number) => sign > 0 ? number : compare == CompareKind.Ratio ? 1 / number : -number;
        Assert.Equal(Turned(without.Value.Number), signed.Value.Number, 9);
        Assert.Equal(Turned(sign > 0 ? without.Interval!.Low : without.Interval!.High), signed.Interval!.Low, 9);
        Assert.Equal(Turned(sign > 0 ? without.Interval.High : without.Interval.Low), signed.Interval.High, 9);
    }

    [Fact]
    public void The_weighted_mean_of_levels_has_the_arms_of_independent_terms()
    {
        Grouping grouping = Grouping.Create([Samples.Column("g", Repeat(("a", 20), ("b", 20), ("a", 40), ("b", 20)))],
            [Samples.Column("l", Repeat(("p", 40), ("q", 60)))], 100);
        int[] predictions = [.. Ones(15, 20), .. Ones(5, 20), .. Ones(30, 40), .. Ones(4, 20)];
        ComparisonResult result = MetricFrame.Gather(Samples.Binary(new int[100], predictions), grouping, new FrameOptions())
            .Compare(Samples.Comparison("selection_rate", CompareKind.Difference), Samples.All(grouping));
        Measurement p = result.Levels[0].Value, q = result.Levels[1].Value;
        Assert.Equal((0.5, 0.55), (Math.Round(p.Value.Number, 9), Math.Round(q.Value.Number, 9)));
        Joined([(0.4, p), (0.6, q)], result.Weighted);
        Assert.Equal((0.55, 1), (Math.Round(result.Worst.Value.Number, 9), result.WorstLevel!.Value));
        Assert.Equal(Math.Max(p.Interval!.High, q.Interval!.High), result.Worst.Interval!.High, 9);
    }

    [Fact]
    public void The_mean_of_parts_has_the_arms_of_independent_terms()
    {
        int[] labels = [.. Ones(20, 40), .. Ones(20, 40)],
            predictions = [.. Ones(15, 20), .. Ones(6, 20), .. Ones(8, 20), .. Ones(4, 20)];
        MetricFrame frame = MetricFrame.Gather(Samples.Binary(labels, predictions), Samples.By(Repeat(("a", 40), ("b", 40))),
            new FrameOptions());
        Measurement Part(string name) => frame.Compare(Samples.Comparison(name, CompareKind.Difference), [true, true]).Worst;
        Joined([(0.5, Part("true_positive_rate")), (0.5, Part("false_positive_rate"))],
            frame.Compare(DisparityCatalogue.Find("equalized_odds_difference_mean")!.Comparison, [true, true]).Worst);
    }

    private static void Are(Limits limits, double value, int among, Measurement measured)
    {
        (double low, double high) = new ChosenLimits(limits, among).At(Critical)!.Value;
        Assert.Equal(value, measured.Value.Number, 9);
        Assert.Equal(low, measured.Interval!.Low, 9);
        Assert.Equal(high, measured.Interval.High, 9);
    }

    private static void Joined((double Share, Measurement Term)[] terms, Measurement joined)
    {
        double value = terms.Sum(term => term.Share * term.Term.Value.Number);
        double Arm(Func<Measurement, double> arm) => Math.Sqrt(terms.Sum(term => Math.Pow(term.Share * arm(term.Term), 2)));
        Assert.Equal(value, joined.Value.Number, 9);
        Assert.Equal(value - Arm(term => term.Value.Number - term.Interval!.Low), joined.Interval!.Low, 9);
        Assert.Equal(value + Arm(term => term.Interval!.High - term.Value.Number), joined.Interval.High, 9);
    }

    private static Comparison Signed(CompareKind kind, CompareMethod method, string? reference = null) =>
        Samples.Comparison("selection_rate", kind, method) with
        {
            Signed = true, Reference = new ReferenceGroup(ReferenceKind.Named, reference is null ? null : [reference]),
        };

    private static MetricFrame Of((string Group, int Selected, int Rows)[] counts)
    {
        int[] predictions = [.. counts.SelectMany(group => Ones(group.Selected, group.Rows))];
        return MetricFrame.Gather(Samples.Binary(new int[predictions.Length], predictions),
            Samples.By(Repeat([.. counts.Select(group => (group.Group, group.Rows))])), new FrameOptions());
    }

    private static int[] Ones(int ones, int count) => [.. Enumerable.Range(0, count).Select(i => i < ones ? 1 : 0)];

    private static string[] Repeat(params (string Text, int Times)[] runs) =>
        [.. runs.SelectMany(run => Enumerable.Repeat(run.Text, run.Times))];
}
