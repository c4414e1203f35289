using Gate.Metrics.Fairness;

namespace Gate.Metrics;

/// <summary>Named disparities: metrics that only exist between groups.</summary>
public static class DisparityCatalogue
{
    /// <summary>All named disparities with <see cref="CompareMethod.BetweenGroups"/>: demographic parity, equalized odds, equal opportunity × difference, ratio; equalized odds by its worst part and, as <c>…_mean</c>, by the mean of its parts.</summary>
    public static IReadOnlyList<NamedDisparity> All { get; } =
    [
        DemographicParity.Difference,
        DemographicParity.Ratio,
        EqualizedOdds.Difference,
        EqualizedOdds.Ratio,
        EqualizedOdds.DifferenceMean,
        EqualizedOdds.RatioMean,
        EqualOpportunity.Difference,
        EqualOpportunity.Ratio,
    ];

    /// <summary>Finds a named disparity.</summary>
    /// <param name="name">A name such as <c>equalized_odds_difference</c>.</param>
    public static NamedDisparity? Find(string name) => All.FirstOrDefault(disparity => disparity.Comparison.Name == name);
}
