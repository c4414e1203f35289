using Gate.Data;
using Gate.Metrics;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Fairness;

/// <summary>Comparisons of two-class metrics in a task of several classes: each class against the others, and the worst class
/// decides.</summary>
public sealed class MulticlassTests
{
    private static readonly string[] classes = ["p", "q", "r"];
    private static readonly string[] groups = ["a", "b", "c"];
    private static readonly Facets rows = Facets.Random(400, 3, 13, weighted: true, classes: 3);
    private static readonly MetricFrame frame = Gather(replicates: 300, baseline: null);

    private static MetricFrame Gather(int replicates, Sample? baseline) =>
        MetricFrame.Gather(Samples.Multiclass(classes, rows.Labels, rows.Predictions, weights: rows.Weights), rows.Grouping,
            new FrameOptions(Replicates: replicates), baseline);

    private static double Share(string g, Func<int, int, bool> hits, Func<int, int, bool> trials) =>
        rows.Sum((own, y, p) => own == g && hits(y, p) && trials(y, p)) / rows.Sum((own, y, p) => own == g && trials(y, p));

    private static double Spread(Func<string, double> of) => groups.Max(of) - groups.Min(of);

    [Fact]
    public void Demographic_parity_is_that_of_the_worst_class()
    {
        double[] spreads = [.. Enumerable.Range(0, 3).Select(k => Spread(g => Share(g, (_, p) => p == k, (_, _) => true)))];
        LevelComparison level = frame.Compare(DisparityCatalogue.Find("demographic_parity_difference")!.Comparison,
            [true, true, true]).Levels[0];
        Near.Check(spreads.Max(), level.Value.Value.Number, "difference");
        Assert.Equal($"selection_rate[{classes[Array.IndexOf(spreads, spreads.Max())]}]", level.Part.Name);
        Assert.InRange(spreads.Max(), level.Value.Interval!.Low, level.Value.Interval.High);
    }

    [Fact]
    public void Equalized_odds_take_both_rates_of_every_class_and_their_mean()
    {
        double[] spreads =
            [.. Enumerable.Range(0, 3)
            .SelectMany(k => new[] { Spread(g => Share(g, (_, p) => p == k, (y, _) => y == k)),
            Spread(g => Share(g, (_, p) => p == k, (y, _) => y != k)) })];
        Near.Check(spreads.Max(), frame.Compare(DisparityCatalogue.Find("equalized_odds_difference")!.Comparison,
            [true, true, true]).Worst.Value.Number, "worst");
        Near.Check(spreads.Average(), frame.Compare(DisparityCatalogue.Find("equalized_odds_difference_mean")!.Comparison,
            [true, true, true]).Worst.Value.Number, "mean");
    }

    [Fact]
    public void Generated_comparisons_are_expanded_alike()
    {
        double smallest = Enumerable.Range(0, 3).Min(k => groups.Min(g => Share(g, (_, p) => p == k, (y, _) => y == k)));
        LevelComparison level = frame.Compare(Samples.Comparison("recall", CompareKind.GroupMin), [true, true, true]).Levels[0];
        Near.Check(smallest, level.Value.Value.Number, "smallest recall");
        Assert.StartsWith("recall[", level.Part.Name, StringComparison.Ordinal);
        Assert.Equal("accuracy", frame.Compare(Samples.Comparison("accuracy", CompareKind.GroupMin),
            [true, true, true]).Levels[0].Part.Name);
    }

    [Fact]
    public void Regression_from_the_baseline_is_of_the_worst_class_too()
    {
        Sample candidate = Samples.Multiclass(classes, rows.Labels, rows.Predictions, weights: rows.Weights);
        Sample baseline = candidate.WithPredictions(rows.Labels);
        Comparison comparison = DisparityCatalogue.Find("equal_opportunity_difference")!.Comparison;
        MetricFrame both = Gather(replicates: 200, baseline);
        Near.Check(both.Compare(comparison, [true, true, true]).Worst.Value.Number,
            both.Regression(comparison, [true, true, true]).Value.Number, "a perfect baseline has no gap");
        Assert.Equal(0.0, both.CompareBaseline(comparison, [true, true, true]).Worst.Value.Number);
    }

    [Theory]
    [InlineData("demographic_parity_ratio", true)]
    [InlineData("equalized_odds_difference", true)]
    [InlineData("predictive_parity_difference", true)]
    [InlineData("accuracy_parity_difference", true)]
    [InlineData("kullback_leibler_divergence", true)]
    [InlineData("between_group_theil_index", false)]
    [InlineData("mean_residual_difference", false)]
    public void Named_disparities_say_whether_they_serve_several_classes(string name, bool serves)
    {
        Assert.Equal(serves, DisparityCatalogue.Find(name)!.Tasks.Contains(TaskType.MulticlassClassification));
        Assert.Equal(serves, frame.Compare(DisparityCatalogue.Find(name)!.Comparison, [true, true, true]).Worst.Value.IsDefined);
    }
}
