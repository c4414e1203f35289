using Gate.Evaluation.Deciding;
using Gate.Evaluation.Families;
using Gate.Evaluation.Measuring;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;

using static Gate.Tests.Evaluation.Families.Judged;

namespace Gate.Tests.Evaluation.Families;

public sealed class DecisionPValueTests
{
    [Theory]
    [InlineData("wilson", 1.0)]
    [InlineData("wilson", 2.5)]
    [InlineData("wilson", 4.0)]
    [InlineData("cell_bootstrap", 2.5)]
    [InlineData("cell_bootstrap", 4.0)]
    public void The_p_value_of_a_normal_interval_is_the_normal_tail(string method, double z)
    {
        (Outcome kept, double p) = DecisionPValue.Of(Spread(0.8, 0.01, 0.8 - (0.01 * z), null, method));
        Assert.Equal(Outcome.Satisfied, kept);
        Assert.InRange(p, TwoSided(z) * 0.999, TwoSided(z) * 1.001);
        (Outcome missed, double q) = DecisionPValue.Of(Spread(0.8, 0.01, null, 0.8 - (0.01 * z), method));
        Assert.Equal(Outcome.Violated, missed);
        Assert.InRange(q, TwoSided(z) * 0.999, TwoSided(z) * 1.001);
    }

    [Fact]
    public void Between_two_bounds_the_nearer_one_tells() =>
        Assert.InRange(DecisionPValue.Of(Spread(0.5, 0.1, 0.3, 0.9, "wilson")).PValue, TwoSided(2) * 0.999, TwoSided(2) * 1.001);

    [Fact]
    public void All_parts_must_be_kept_and_any_may_be_missed()
    {
        EvidencePart sure = Spread(0.9, 0.01, 0.8, null, "wilson"), less = Spread(0, 0.01, null, 0.025, "wilson", PartKind.Regression),
            missed = Spread(0.05, 0.01, null, 0.025, "wilson", PartKind.Regression);
        Assert.InRange(DecisionPValue.Of(Condition("a", sure, less)).PValue!.Value, TwoSided(2.5) * 0.999, TwoSided(2.5) * 1.001);
        Assert.InRange(DecisionPValue.Of(Condition("a", sure, missed)).PValue!.Value, 2 * TwoSided(2.5) * 0.999, 2 * TwoSided(2.5) * 1.001);
    }

    [Fact]
    public void A_bound_close_to_the_estimate_is_decided_by_nobody() =>
        Assert.Equal((Outcome.Inconclusive, 1), DecisionPValue.Of(Spread(0.8, 0.01, 0.8, null, "wilson")));

    /// <summary>Beyond what an interval can tell, the p-value is the least error rate that is asked.</summary>
    [Fact]
    public void No_p_value_is_below_the_least_error_rate() =>
        Assert.Equal((Outcome.Satisfied, 1e-10), DecisionPValue.Of(Spread(0.8, 0.01, 0.1, null, "wilson")));

    /// <summary>Replicates tell 1 % at the least; further out the distance to the nearer bound counts, on whichever side it
    /// lies.</summary>
    [Theory]
    [InlineData(0.44, 0.4, 0.95, 4.0)]
    [InlineData(0.815, 0.2, 0.85, 3.5)]
    [InlineData(0.815, 0.85, 0.95, 3.5)]
    [InlineData(0.14, 0.05, 0.1, 4.0)]
    public void Beyond_the_replicates_the_nearer_bound_tells(double estimate, double min, double max, double z) =>
        Assert.InRange(DecisionPValue.Of(Spread(estimate, 0.01, min, max, "row_bootstrap")).PValue, TwoSided(z) * 0.999,
            TwoSided(z) * 1.001);

    [Fact]
    public void Replicates_that_are_all_alike_leave_no_doubt()
    {
        Measurement sure = new(MetricValue.Of(0.8), new Interval(0.8, 0.8, 0.95, "cell_bootstrap"));
        Assert.Equal((Outcome.Satisfied, 0), DecisionPValue.Of(new EvidencePart(PartKind.Value, sure, 0.7, null, _ => sure)));
        Assert.Equal((Outcome.Violated, 0), DecisionPValue.Of(new EvidencePart(PartKind.Value, sure, 0.9, null, _ => sure)));
    }

    [Fact]
    public void What_cannot_be_tested_says_why()
    {
        EvidencePart sure = Spread(0.9, 0.01, 0.8, null, "wilson"), free = Spread(0.9, 0.01, null, null, "wilson");
        var bare = new EvidencePart(PartKind.Value, new(MetricValue.Of(0.9), null), 0.8, null, _ => new(MetricValue.Of(0.9), null));
        JudgedCondition exact = Condition("a", sure);
        Assert.Equal((null, "a plain count is certain"),
            DecisionPValue.Of(exact with { Evidence = exact.Evidence with { IsExact = true } }));
        Assert.Equal((null, "it is decided on the estimate alone"), DecisionPValue.Of(Condition("a", DecideOn.Point, sure)));
        Assert.Equal((null, "it is undefined"), DecisionPValue.Of(Condition("a", free)));
        Assert.Equal((null, "it has no interval: too few rows, or rows that all say the same"), DecisionPValue.Of(Condition("a", bare)));
        // With one part that can be tested and one that cannot, nothing is shown: the p-value is 1 and the condition counts.
        Assert.Equal((1, null), DecisionPValue.Of(Condition("a", sure, bare)));
    }

    [Fact]
    public void A_part_without_a_bound_takes_no_part() => Assert.InRange(
        DecisionPValue.Of(Condition("a", Spread(0.5, 0.01, null, null, "wilson"), Spread(0, 0.01, null, 0.025, "wilson",
            PartKind.Regression))).PValue!.Value, TwoSided(2.5) * 0.999, TwoSided(2.5) * 1.001);

    [Fact]
    public void Bonferronis_correction_ends_at_one()
    {
        EvidencePart hardly = Spread(0.8, 0.01, null, 0.8 - 0.001, "wilson");
        Assert.Equal(1, DecisionPValue.Of(Condition("a", hardly, hardly)).PValue);
    }

    [Fact]
    public void Of_several_parts_that_are_missed_the_surest_tells()
    {
        EvidencePart hardly = Spread(0.8, 0.01, null, 0.775, "wilson"), surely = Spread(0.8, 0.01, null, 0.77, "wilson");
        Assert.InRange(DecisionPValue.Of(Condition("a", hardly, surely)).PValue!.Value, 2 * TwoSided(3) * 0.999, 2 * TwoSided(3) * 1.001);
    }

    /// <summary>Percentiles further out than replicates reach are those of single replicates.</summary>
    [Theory]
    [InlineData("row_bootstrap", 0.01)]
    [InlineData("wilson", 1e-10)]
    public void Replicates_are_not_asked_for_more_than_they_can_tell(string method, double least)
    {
        double smallest = 1;
        EvidencePart part = Spread(0.8, 0.01, 0.775, null, method);
        DecisionPValue.Of(part with { At = confidence =>
        {
            smallest = Math.Min(smallest, 1 - confidence);
            return part.At(confidence);
        } });
        Assert.Equal(least, smallest, 12);
    }

    [Fact]
    public void What_has_no_interval_gives_the_reason_that_is_known()
    {
        Measurement known = new(MetricValue.Of(0.9), null) { NoInterval = "the errors are too heavy" };
        var part = new EvidencePart(PartKind.Value, known, 0.8, null, _ => known);
        Assert.Equal((null, "it has no interval: the errors are too heavy"), DecisionPValue.Of(Condition("a", part)));
    }
}
