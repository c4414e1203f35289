using Gate.Metrics.Catalogue;
using Gate.Metrics.Disparities;
using Gate.Metrics.Groups;

namespace Gate.Metrics.Frames;

/// <summary>What a frame measures, asked for by the names that policies use.</summary>
public static class NamedMeasures
{
    private static readonly (string Ending, CompareKind Kind)[] Kinds =
    [
        ("_difference", CompareKind.Difference), ("_ratio", CompareKind.Ratio), ("_group_min", CompareKind.GroupMin),
        ("_group_max", CompareKind.GroupMax),
    ];

    /// <summary>A metric over all rows.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="metric">A metric's name or alias, such as <c>accuracy</c> or <c>roc_auc_score</c>.</param>
    /// <exception cref="ArgumentException">No metric has that name.</exception>
    public static Measurement Measure(this MetricFrame frame, string metric)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return frame.Measure(Find(metric));
    }

    /// <summary>Compares the groups that have enough evidence, between each other unless the disparity says otherwise.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="comparison">A named disparity (<c>equalized_odds_difference</c>), or a metric and how it is compared
    /// (<c>selection_rate_ratio</c>, <c>recall_group_min</c>).</param>
    /// <param name="least">The least evidence of a group that takes part; by default that of policies.</param>
    /// <exception cref="ArgumentException">Nothing has that name.</exception>
    public static ComparisonResult Compare(this MetricFrame frame, string comparison, LeastEvidence? least = null)
    {
        ArgumentNullException.ThrowIfNull(frame);
        Comparison found = FindComparison(comparison);
        return frame.Compare(found, frame.Included(found, least ?? new()));
    }

    /// <summary>Which groups have enough evidence for a comparison, by group index.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="comparison">What is compared: each of its parts says what must be plentiful.</param>
    /// <param name="least">The least evidence.</param>
    public static IReadOnlyList<bool> Included(this MetricFrame frame, Comparison comparison, LeastEvidence least)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(least);
        EvidenceNeeds needs = comparison.Parts.Aggregate(EvidenceNeeds.Rows, (all, part) => all | part.Needs);
        return [.. frame.Groups.Select(group => least.Shortfall(group, needs) is null)];
    }

    /// <summary>Metrics of every group, as Fairlearn's <c>MetricFrame.by_group</c>; a group is shown however few rows it has.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="metrics">Names or aliases of metrics.</param>
    /// <exception cref="ArgumentException">No metric has one of the names.</exception>
    public static GroupTable ByGroup(this MetricFrame frame, params IReadOnlyList<string> metrics)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(metrics);
        IReadOnlyList<Measurement>[] measured = [.. metrics.Select(name => frame.MeasureGroups(Find(name)))];
        return new(frame.Grouping.By, metrics, [.. frame.Grouping.Groups.Select((group, g) =>
            new GroupRow(group.Values, frame.Groups[g], [.. measured.Select(groups => groups[g])]))]);
    }

    /// <summary>A comparison by its name.</summary>
    /// <param name="name">As for <see cref="Compare"/>.</param>
    /// <exception cref="ArgumentException">Nothing has that name.</exception>
    public static Comparison FindComparison(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (DisparityCatalogue.Find(name) is { } named) return named.Comparison;
        foreach ((string ending, CompareKind kind) in Kinds)
            if (name.EndsWith(ending, StringComparison.Ordinal) && MetricCatalogue.Find(name[..^ending.Length]) is { } metric)
                return new($"{metric.Name}{ending}", kind, [metric]);
        throw new ArgumentException($"no disparity is called '{name}', and no metric followed by _difference, _ratio, _group_min or "
            + "_group_max", nameof(name));
    }

    private static Metric Find(string name) =>
        MetricCatalogue.Find(name) ?? throw new ArgumentException($"no metric is called '{name}'", nameof(name));
}
