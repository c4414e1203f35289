using Gate.Data;
using Gate.Metrics;
using Gate.Metrics.Intervals;
using Gate.Metrics.Power;
using MathNet.Numerics.Distributions;

namespace Gate.Tests.Metrics.Power;

/// <summary>Plans against brute force: at the values that are told, a decision is made about as often as is told.</summary>
public sealed class PowerTests
{
    private const double Confidence = 0.95, Wanted = 0.8;

    /// <summary>The chance that Wilson's interval of a binomial count excludes the bound, summed over all counts.</summary>
    private static double Decided(int trials, double rate, Func<Interval, bool> excludes) =>
        Enumerable.Range(0, trials + 1).Where(hits => excludes(ShareLimits.Of((double)hits / trials, trials, Confidence)))
            .Sum(hits => Binomial.PMF(rate, trials, hits));

    [Theory]
    [InlineData(30, 0.5)]
    [InlineData(100, 0.8)]
    [InlineData(1000, 0.9)]
    [InlineData(200, 0.05)]
    public void A_rate_is_decided_as_often_as_told(int trials, double bound)
    {
        PowerPlan least = RatePower.Plan(bound, true, trials, Confidence, Wanted),
            most = RatePower.Plan(bound, false, trials, Confidence, Wanted);
        Assert.Equal(Wanted, Decided(trials, least.Passes!.Value, interval => interval.Low >= bound), 6);
        Assert.Equal(Wanted, Decided(trials, least.Fails!.Value, interval => interval.High < bound), 6);
        Assert.Equal(Wanted, Decided(trials, most.Passes!.Value, interval => interval.High <= bound), 6);
        Assert.Equal(Wanted, Decided(trials, most.Fails!.Value, interval => interval.Low > bound), 6);
    }

    [Theory]
    [InlineData(10, 0.8, false)]
    [InlineData(15, 0.8, false)]
    [InlineData(16, 0.8, false)]
    [InlineData(17, 0.8, true)]
    [InlineData(72, 0.95, false)]
    [InlineData(73, 0.95, true)]
    public void The_best_possible_rate_passes_from_so_many_rows_on(int trials, double bound, bool passes)
    {
        PowerPlan plan = RatePower.Plan(bound, true, trials, Confidence, Wanted);
        Assert.Equal(passes, plan.BestPasses);
        Assert.Equal(passes, ShareLimits.Of(1, trials, Confidence).Low >= bound);
        Assert.Equal(passes, plan.Passes is not null);
        Assert.Equal(passes, RatePower.Plan(1 - bound, false, trials, Confidence, Wanted).BestPasses);
    }

    private static double Simulated(int high, int low, double highRate, double lowRate, Func<(double Low, double High), bool> decides,
        Func<double, double, int, int, double, (double, double)> ends)
    {
        var random = new Random(5);
        const int runs = 3000;
        int decided = 0;
        for (int run = 0; run < runs; run++)
        {
            double a = Binomial.Sample(random, highRate, high) / (double)high, b = Binomial.Sample(random, lowRate, low) / (double)low;
            if (decides(ends(a, b, high, low, Normal.InvCDF(0, 1, 0.975)))) decided++;
        }
        return decided / (double)runs;
    }

    [Theory]
    [InlineData(400, 150, 0.5, 0.2)]
    [InlineData(2000, 300, 0.8, 0.1)]
    public void A_difference_is_decided_about_as_often_as_told(int high, int low, double rate, double bound)
    {
        PowerPlan plan = TwoRatePower.Difference(bound, 1, rate, high, low, Confidence, Wanted);
        static (double, double) Ends(double a, double b, int high, int low, double z) => TwoRatePower.DifferenceEnds(a, b, high, low, z);
        Assert.True(plan.BestPasses);
        Assert.InRange(Simulated(high, low, rate, rate - plan.Passes!.Value, ends => ends.High <= bound, Ends), 0.74, 0.86);
        Assert.InRange(Simulated(high, low, rate, rate - plan.Fails!.Value, ends => ends.Low > bound, Ends), 0.74, 0.86);
    }

    [Theory]
    [InlineData(600, 200, 0.6, 0.8)]
    [InlineData(3000, 500, 0.3, 0.8)]
    public void A_ratio_is_decided_about_as_often_as_told(int high, int low, double rate, double bound)
    {
        PowerPlan plan = TwoRatePower.Ratio(bound, rate, rate, high, low, Confidence, Wanted);
        static (double, double) Ends(double a, double b, int high, int low, double z) => TwoRatePower.RatioEnds(a, b, high, low, z);
        Assert.InRange(Simulated(high, low, rate, rate * plan.Fails!.Value, ends => ends.High < bound, Ends), 0.74, 0.86);
        if (plan.Passes is { } passes)
            Assert.InRange(Simulated(high, low, rate, rate * passes, ends => ends.Low >= bound, Ends), 0.74, 0.86);
    }

    [Fact]
    public void Few_rows_cannot_show_even_equal_groups_to_be_equal()
    {
        Assert.False(TwoRatePower.Ratio(0.8, 0.3, 0.3, 100, 50, Confidence, Wanted).BestPasses);
        Assert.True(TwoRatePower.Ratio(0.8, 0.9, 0.9, 1000, 500, Confidence, Wanted).BestPasses);
        PowerPlan none = TwoRatePower.Difference(0.02, 0.5, 0.5, 50, 50, Confidence, Wanted);
        Assert.Equal((false, null), (none.BestPasses, none.Passes));
    }

    /// <summary>Worked out by hand from the paper's formula for an area of 0.8 and 50 rows of each class.</summary>
    [Fact]
    public void The_standard_error_of_an_area_is_Hanley_and_McNeils() => Assert.Equal(0.044502, AucPower.StandardError(0.8, 50, 50), 6);

    [Fact]
    public void An_area_passes_and_fails_beyond_the_bound_by_what_its_error_asks()
    {
        PowerPlan plan = AucPower.Plan(0.8, true, 120, 300, Confidence, Wanted);
        double z = Normal.InvCDF(0, 1, 0.975) + Normal.InvCDF(0, 1, 0.8);
        Assert.Equal(0.8, plan.Passes!.Value - (z * AucPower.StandardError(plan.Passes.Value, 120, 300)), 6);
        Assert.Equal(0.8, plan.Fails!.Value + (z * AucPower.StandardError(plan.Fails.Value, 120, 300)), 6);
        Assert.Null(AucPower.Plan(0.55, true, 20, 20, Confidence, Wanted).Fails);
    }

    [Fact]
    public void Trials_are_counted_from_labels_and_weights()
    {
        Truth truth = Truth.OfClasses(TaskType.BinaryClassification, ["no", "yes"], [1, 1, 0, 1, 0, 0], [1, 1, 1, 3, 1, 1]);
        Grouping grouping = Grouping.Create([new CategoryColumn("g", [0, 0, 0, 1, 1, 1], ["a", "b"])], [], 6);
        Assert.Equal([new(2, 1), new(1, 1)], PlannedTrials.Rates(MetricCatalogue.Find("true_positive_rate")!, truth, grouping)!);
        Assert.Equal([new(1, 0), new(2, 0)], PlannedTrials.Rates(MetricCatalogue.Find("false_positive_rate")!, truth, grouping)!);
        Assert.Equal(25.0 / 11, PlannedTrials.Rates(MetricCatalogue.Find("accuracy")!, truth, grouping)![1]!.Trials, 12);
        Assert.Equal(0.6, PlannedTrials.Rates(MetricCatalogue.Find("selection_rate")!, truth, grouping)![1]!.Rate, 12);
        Assert.Null(PlannedTrials.Rates(MetricCatalogue.Find("f1")!, truth, grouping));
        Assert.Equal([(2.0, 1.0), (1.0, 2.0)], PlannedTrials.Classes(truth, grouping));
    }
}
