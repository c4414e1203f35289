using Gate.Metrics;

namespace Gate.Bench.Coverage.Issue;

/// <summary>The cells that simulations apart from the authors' found too sure (issue 8), with the generators that it names; where it names
/// none, one that shows the same fault.</summary>
internal static class IssueLines
{
    public static IReadOnlyList<IssueLine> All { get; } =
        [.. PairedLines.All, .. CountLines.All, .. ErrorLines.All, .. ScoreLines.All, .. GroupLines.All];

    public static Metric Metric(string name) =>
        MetricCatalogue.Find(name) ?? throw new ArgumentException($"no metric {name}", nameof(name));

    /// <summary>A metric of all rows.</summary>
    public static Func<MetricFrame, Measurement> Overall(string name) => frame => frame.Measure(Metric(name));

    /// <summary>How much worse the candidate is than the baseline.</summary>
    public static Func<MetricFrame, Measurement> Regression(string name) => frame => frame.Regression(Metric(name));

    /// <summary>A comparison of all groups.</summary>
    public static Func<MetricFrame, Measurement> Compare(string name, CompareKind kind) => frame =>
        frame.Compare(new Comparison($"{name}_{kind}", kind, [Metric(name)]), [.. frame.Groups.Select(_ => true)]).Worst;
}
