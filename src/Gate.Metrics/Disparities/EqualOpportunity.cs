using Gate.Metrics.Catalogue;

namespace Gate.Metrics.Disparities;

/// <summary>Equal opportunity: the positive rows of every group are found equally often (Hardt, Price and Srebro, NeurIPS 2016).</summary>
internal static class EqualOpportunity
{
    private static readonly Metric[] parts = [MetricCatalogue.Find("true_positive_rate")!];

    public static NamedDisparity Difference { get; } = new(
        new Comparison("equal_opportunity_difference", CompareKind.Difference, parts),
        "The largest true positive rate of a group minus the smallest.", "fewer than two groups, or a group has no positive rows",
            "Fairlearn, equal_opportunity_difference");

    public static NamedDisparity Ratio { get; } = new(
        new Comparison("equal_opportunity_ratio", CompareKind.Ratio, parts),
        "The smallest true positive rate of a group over the largest.",
            "fewer than two groups, a group has no positive rows, or no positive row is predicted positive",
            "Fairlearn, equal_opportunity_ratio");
}
