using Gate.Bench.Coverage;
using Gate.Bench.Coverage.Cells;
using Gate.Bench.Coverage.Issue;
using Gate.Metrics;

namespace Gate.Tests.Bench;

/// <summary>What counts as wrong in a simulation.</summary>
public sealed class OutcomeTests
{
    [Theory]
    [InlineData(0.2, 0.4, "Covers")]
    [InlineData(0.3, 0.4, "Covers")]
    [InlineData(0.2, 0.3, "Covers")]
    [InlineData(0.3 + 1e-13, 0.4, "Covers")]
    [InlineData(0.3 + 1e-11, 0.4, "Above")]
    [InlineData(0.2, 0.3 - 1e-11, "Below")]
    public void An_interval_covers_a_truth_on_its_end(double low, double high, string place)
    {
        var outcome = Outcome.Of(new Interval(low, high, 0.95, "wilson"), 0.3);
        Assert.Equal(place, outcome.Place.ToString());
        Assert.Equal(high - low, outcome.Width);
    }

    [Fact]
    public void No_interval_is_no_error()
    {
        Assert.Equal(Place.None, Outcome.Of(null, 0.3).Place);
        var question = new Question(MetricCatalogue.Find("accuracy")!, Context.Overall, 0.3);
        var counts = CellCounts.Of(question, [(default, null), (new Outcome(Place.Below, 0.5), "wilson"),
            (new Outcome(Place.Above, double.PositiveInfinity), "mover"), (new Outcome(Place.Covers, 1), "wilson")]);
        Assert.Equal((4, 1, 1, 1, 0.5), (counts.Runs, counts.Above, counts.Below, counts.None, counts.Coverage));
        Assert.Equal((1.5, 2, "wilson"), (counts.Widths, counts.Finite, counts.Method));
    }

    [Theory]
    [InlineData(0.80, null, true, true)]
    [InlineData(0.80, 0.80, true, true)]
    [InlineData(0.80, 0.75, false, true)]
    [InlineData(0.80, 0.85, true, false)]
    public void A_pass_beyond_the_bound_and_a_fail_inside_it_are_wrong(double truth, double? bound, bool pass, bool fail)
    {
        var line = new IssueLine("", "", truth, IsMinimum: true, _ => throw new InvalidOperationException(),
            _ => throw new InvalidOperationException()) { Bound = bound };
        Assert.Equal((pass, fail), (line.PassIsWrong, line.FailIsWrong));
        if (bound != truth && bound is not null)
            Assert.Equal((fail, pass), ((line with { IsMinimum = false }).PassIsWrong, (line with { IsMinimum = false }).FailIsWrong));
    }
}
