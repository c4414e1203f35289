using Gate.Metrics.Catalogue;

namespace Gate.Metrics.Disparities;

/// <summary>Named disparities: metrics that only exist between groups.</summary>
public static class DisparityCatalogue
{
    /// <summary>
    /// All named disparities, in the order of the documentation. Those of Fairlearn have <see cref="CompareMethod.BetweenGroups"/>;
    /// equalized odds is there by its worst part and, as <c>…_mean</c>, by the mean of its parts. Those of SageMaker Clarify have
    /// <see cref="CompareMethod.ToRest"/>.
    /// </summary>
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
        .. PredictiveParity.All,
        .. RegressionParity.All,
        .. EntropyBetweenGroups.All,
        .. ClarifyLabels.All,
        .. ClarifyPredictions.All,
    ];

    private static readonly Dictionary<string, NamedDisparity> byName = Index();

    /// <summary>Finds a named disparity by its name or one of its aliases.</summary>
    /// <param name="name">A name such as <c>equalized_odds_difference</c>.</param>
    public static NamedDisparity? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>A disparity of a metric, if the catalogue has that metric.</summary>
    internal static IEnumerable<NamedDisparity> IfKnown(string metric, Func<Metric, NamedDisparity> make) =>
        MetricCatalogue.Find(metric) is { } found ? [make(found)] : [];

    private static Dictionary<string, NamedDisparity> Index()
    {
        var index = new Dictionary<string, NamedDisparity>(StringComparer.Ordinal);
        foreach (NamedDisparity disparity in All)
            foreach (string name in disparity.Aliases.Prepend(disparity.Comparison.Name)) index.Add(name, disparity);
        return index;
    }
}
