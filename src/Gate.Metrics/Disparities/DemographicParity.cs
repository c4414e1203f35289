using Gate.Metrics.Catalogue;

namespace Gate.Metrics.Disparities;

/// <summary>Demographic parity: groups are selected equally often.</summary>
internal static class DemographicParity
{
    private static readonly Metric[] parts = [MetricCatalogue.Find("selection_rate")!];

    public static NamedDisparity Difference { get; } = new(
        new Comparison("demographic_parity_difference", CompareKind.Difference, parts),
        "The largest selection rate of a group minus the smallest.", "fewer than two groups", "Fairlearn, demographic_parity_difference");

    public static NamedDisparity Ratio { get; } = new(
        new Comparison("demographic_parity_ratio", CompareKind.Ratio, parts),
        "The smallest selection rate of a group over the largest.", "fewer than two groups, or no row is predicted positive",
            "Fairlearn, demographic_parity_ratio");
}
