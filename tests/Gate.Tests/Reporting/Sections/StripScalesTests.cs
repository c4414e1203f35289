using Gate.Evaluation.Results;
using Gate.Reporting.Sections.Conditions;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Reporting.Sections;

public class StripScalesTests
{
    private static readonly Finding Sample = SampleResults.Mortgage().Findings[0];

    [Fact]
    public void Numbers_of_one_unit_have_one_scale_that_holds_all_of_them()
    {
        Finding one = Sample with { Unit = "share", Estimate = 0.2, Interval = null, Bound = new(0.1, null, null) };
        Finding other = Sample with { Unit = "share", Estimate = 0.8, Interval = new(0.7, 0.9, 0.95, "wilson"), Bound = null };
        var scales = new StripScales([one, other]);
        Assert.Equal(scales.Of(one), scales.Of(other));
        (double low, double high) = scales.Of(one)!.Value;
        Assert.Equal((0.036, 0.964), (Math.Round(low, 12), Math.Round(high, 12)));
    }

    [Fact]
    public void Differences_ratios_losses_and_other_units_have_scales_of_their_own()
    {
        Finding share = Sample with { Unit = "share", Estimate = 0.5 };
        Finding difference = share with { Compare = "difference", Estimate = 0.05 };
        Finding ratio = share with { Compare = "ratio", Unit = "ratio", Estimate = 0.9 };
        Finding seconds = share with { Unit = "seconds", Estimate = 12 };
        Finding loss = share with { Bound = new(null, null, 0.01), Regression = new(0.6, 0.1, null, null) };
        Finding[] all = [share, difference, ratio, seconds, loss];
        var scales = new StripScales(all);
        Assert.Equal(all.Length, all.Select(finding => scales.Of(finding)).Distinct().Count());
    }

    [Fact]
    public void What_has_no_number_has_no_scale() =>
        Assert.Null(new StripScales([Sample]).Of(Sample with { Unit = "label", Estimate = null, Interval = null, Bound = null }));
}
