namespace Gate.Metrics;

/// <summary>All metrics, by name. Adding one is one file and one line here.</summary>
public static class MetricCatalogue
{
    /// <summary>All metrics, in the order of the documentation.</summary>
    public static IReadOnlyList<Metric> All { get; } = [];

    /// <summary>Finds a metric by its name or one of its aliases.</summary>
    /// <param name="name">A name as a policy writes it.</param>
    public static Metric? Find(string name) => All.FirstOrDefault(metric => metric.Name == name || metric.Aliases.Contains(name));
}

/// <summary>Named disparities: metrics that only exist between groups.</summary>
public static class DisparityCatalogue
{
    /// <summary>All named disparities with <see cref="CompareMethod.BetweenGroups"/>: demographic parity, equalized odds, equal opportunity × difference, ratio.</summary>
    public static IReadOnlyList<NamedDisparity> All { get; } = [];

    /// <summary>Finds a named disparity.</summary>
    /// <param name="name">A name such as <c>equalized_odds_difference</c>.</param>
    public static NamedDisparity? Find(string name) => All.FirstOrDefault(disparity => disparity.Comparison.Name == name);
}

/// <summary>A disparity with a name of its own.</summary>
/// <param name="Comparison">What is compared.</param>
/// <param name="Definition">What it measures, in one sentence.</param>
/// <param name="UndefinedWhen">When it is undefined.</param>
/// <param name="Source">Where the definition comes from.</param>
public sealed record NamedDisparity(Comparison Comparison, string Definition, string UndefinedWhen, string Source);
