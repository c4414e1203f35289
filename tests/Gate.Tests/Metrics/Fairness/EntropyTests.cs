using Gate.Metrics;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Fairness;

public sealed class EntropyTests
{
    // Benefits: 3 of 0, 10 of 1, 2 of 2: mean 14/15.
    private static readonly Facets rows = Facets.Of(("a", 4, 2, 1, 3), ("b", 2, 0, 2, 1));

    public static TheoryData<double> Alphas => new(-1, 0, 0.5, 1, 2, 3);

    private static double Entropy(IEnumerable<(double Benefit, double Weight)> rows, double alpha)
    {
        (double Benefit, double Weight)[] all = [.. rows];
        double n = all.Sum(row => row.Weight), mean = all.Sum(row => row.Benefit * row.Weight) / n;
        return all.Sum(row =>
        {
            double r = row.Benefit / mean;
            return row.Weight * (alpha == 0 ? -Math.Log(r) : alpha == 1 ? r == 0 ? 0 : r * Math.Log(r) : (Math.Pow(r, alpha) - 1)
                / (alpha * (alpha - 1)));
        }) / n;
    }

    private static Metric Index(double alpha) =>
        Samples.Metric("generalized_entropy_index").With(new Dictionary<string, double> { ["alpha"] = alpha });

    [Fact]
    public void Worked_by_hand()
    {
        MetricFrame frame = rows.Frame();
        double mean = 14 / 15.0;
        Near.Check(((10 + 2 * 4) / (15 * mean * mean) - 1) / 2, frame.Measure(Index(2)).Value.Number, "alpha 2");
        Near.Check((10 / mean * Math.Log(1 / mean) + 2 * 2 / mean * Math.Log(2 / mean)) / 15,
            frame.Measure(Samples.Metric("theil_index")).Value.Number, "theil");
        Near.Check(Math.Sqrt((3 * mean * mean + 10 * (1 - mean) * (1 - mean) + 2 * (2 - mean) * (2 - mean)) / 15) / mean,
            frame.Measure(Samples.Metric("coefficient_of_variation")).Value.Number, "cv");
        Near.Check(mean, frame.Measure(Samples.Metric("mean_benefit")).Value.Number, "mean benefit");
        Assert.Equal(frame.Measure(Index(2)).Value, frame.Measure(Samples.Metric("ge")).Value);
    }

    /// <summary>Generalised entropy is the entropy between groups plus that within, where a group counts (mean / overall mean)^alpha times
    /// its share (Shorrocks 1980).</summary>
    [Theory]
    [MemberData(nameof(Alphas))]
    public void Total_is_between_plus_within(double alpha)
    {
        Facets noFalseNegatives = Facets.Of(("a", 4, 2, 0, 3), ("b", 2, 1, 0, 1), ("c", 7, 4, 0, 2));
        Facets own = alpha > 0 ? Facets.Random(200, 3, 4, weighted: true) : noFalseNegatives;
        (string Group, double Benefit, double Weight)[] all =
            [.. Enumerable.Range(0, own.Labels.Length)
            .Select(i => (own.Groups[i], own.Predictions[i] - own.Labels[i] + 1.0, own.Weights[i]))];
        double total = Entropy(all.Select(row => (row.Benefit, row.Weight)), alpha), n = all.Sum(row => row.Weight),
            mean = all.Sum(row => row.Benefit * row.Weight) / n, within = 0;
        foreach (var group in all.GroupBy(row => row.Group))
        {
            double weight = group.Sum(row => row.Weight), groupMean = group.Sum(row => row.Benefit * row.Weight) / weight;
            within += weight / n * Math.Pow(groupMean / mean, alpha) * Entropy(group.Select(row => (row.Benefit, row.Weight)), alpha);
        }
        Near.Check(total, own.Frame().Measure(Index(alpha)).Value.Number, "total");
        Comparison between = DisparityCatalogue.Find("between_group_generalized_entropy")!.Comparison;
        between = between with { Parts = [between.Parts[0].With(new Dictionary<string, double> { ["alpha"] = alpha })] };
        Assert.Equal(total - within, own.Frame().Compare(between, [true, true, true]).Worst.Value.Number, 10);
        if (alpha == 1) Assert.Equal(total - within, own.Compare("between_group_theil_index").Worst.Value.Number, 10);
    }

    [Fact]
    public void Undefined_without_any_benefit_or_where_one_is_0_and_alpha_is()
    {
        MetricFrame frame = rows.Frame(), nothing = Facets.Of(("a", 0, 0, 3, 0), ("b", 0, 0, 2, 0)).Frame();
        Assert.Contains("all rows are false negatives", nothing.Measure(Index(2)).Value.Undefined, StringComparison.Ordinal);
        Assert.Contains("alpha is not above 0", frame.Measure(Index(0)).Value.Undefined, StringComparison.Ordinal);
        Assert.Contains("alpha is not above 0", frame.Measure(Index(-1)).Value.Undefined, StringComparison.Ordinal);
        Assert.Contains("all rows are false negatives", nothing.Compare(DisparityCatalogue.Find("between_group_theil_index")!.Comparison,
            [true, true]).Worst.Value.Undefined, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("treatment_ratio", 3 / 2.0, "no false positives")]
    [InlineData("conditional_acceptance", 7 / 6.0, "")]
    [InlineData("conditional_rejection", 8 / 9.0, "")]
    public void Ratios_of_counts(string name, double expected, string undefinedOfB)
    {
        MetricFrame frame = rows.Frame();
        Near.Check(expected, frame.Measure(Samples.Metric(name)).Value.Number, name);
        Assert.Equal(undefinedOfB, frame.MeasureGroups(Samples.Metric(name))[1].Value.Undefined ?? "");
    }
}
