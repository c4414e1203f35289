using Gate.Evaluation.Results;

namespace Gate.Reporting.Sections;

/// <summary>The metrics that the policy judges, which a reader looks for first.</summary>
internal static class JudgedMetrics
{
    /// <summary>Their names.</summary>
    internal static IReadOnlySet<string> Of(GateResult result) =>
        result.Findings.SelectMany(finding => new[] { finding.Metric, finding.GroupMetric }).OfType<string>()
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>All metrics, those that are judged first, else in the result's order.</summary>
    internal static IEnumerable<MetricFact> First(GateResult result) => Order(result).Select(i => result.Overall[i]);

    /// <summary>The places of all metrics in the result's order, those that are judged first.</summary>
    internal static IEnumerable<int> Order(GateResult result)
    {
        IReadOnlySet<string> judged = Of(result);
        return Enumerable.Range(0, result.Overall.Count).OrderBy(i => judged.Contains(result.Overall[i].Metric) ? 0 : 1);
    }
}
