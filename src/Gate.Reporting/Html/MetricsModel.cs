using Gate.Evaluation.Results;
using Gate.Reporting.Text;

namespace Gate.Reporting.Html;

/// <summary>Metrics, disparities, the confusion matrix and importance as templates see them.</summary>
internal static class MetricsModel
{
    /// <summary>All metrics over all rows.</summary>
    internal static Node Overall(GateResult result)
    {
        bool baseline = result.Overall.Any(fact => fact.Baseline is not null);
        return new Node(
            ("has_baseline", baseline),
            ("rows", result.Overall.Select(fact => new Node(
                ("metric", fact.Metric),
                ("name", Phrases.Heading(fact.Metric)),
                ("estimate", NumberText.Estimate(fact.Estimate, fact.Interval)),
                ("interval", NumberText.Interval(fact.Estimate, fact.Interval)),
                ("has_baseline", baseline),
                ("baseline", NumberText.Beside(fact.Baseline, fact.Estimate, fact.Interval)),
                ("better", Better(fact.Direction)),
                ("undefined", fact.Undefined))).ToList()));
    }

    /// <summary>All metrics and disparities by group.</summary>
    internal static List<Node> Frames(GateResult result) => [.. result.Frames.Select(frame => new Node(
        ("by", string.Join(" × ", frame.By)),
        ("count", NumberText.Count(frame.Groups.Count)),
        ("metrics", result.Overall.Select(fact => Phrases.Heading(fact.Metric)).ToList()),
        ("groups", frame.Groups.Select(Group).ToList()),
        ("disparities", frame.Disparities.Select(Disparity).ToList())))];

    /// <summary>The confusion matrix.</summary>
    internal static Node? Confusion(ConfusionFacts? confusion) => confusion is null ? null : new Node(
        ("classes", confusion.Classes.ToList()),
        ("size", NumberText.Exact(confusion.Classes.Count)),
        ("small", confusion.Classes.Count <= 4),
        ("rows", confusion.Classes.Zip(confusion.Counts, (name, counts) => new Node(
            ("name", name),
            ("counts", counts.Select(NumberText.Count).ToList()),
            ("total", NumberText.Count(counts.Sum())))).ToList()));

    /// <summary>Feature importance.</summary>
    internal static Node? Importance(ImportanceFacts? importance) => importance is null ? null : new Node(
        ("method", Phrases.Spaced(importance.Method)),
        ("metric", importance.Metric),
        ("repeats", NumberText.Count(importance.Repeats)),
        ("rows", NumberText.Count(importance.Rows)),
        ("features", importance.Features.Select(feature => new Node(
            ("feature", feature.Feature),
            ("mean", NumberText.Estimate(feature.Mean)),
            ("deviation", NumberText.Estimate(feature.StandardDeviation)))).ToList()));

    /// <summary>Which direction is better, in words.</summary>
    internal static string Better(string direction) => direction is "higher" or "lower" ? direction : "neither";

    private static Node Group(FrameGroup group) => new(
        ("label", group.Label),
        ("count", NumberText.Count(group.Count)),
        ("excluded", group.Excluded),
        ("values", group.Metrics.Select(fact => new Node(
            ("estimate", NumberText.Estimate(fact.Estimate, fact.Interval)),
            ("interval", fact.Interval is null ? fact.Undefined : NumberText.Interval(fact.Estimate, fact.Interval)))).ToList()));

    private static Node Disparity(DisparityFact fact) => new(
        ("name", Phrases.Heading(fact.Name)),
        ("estimate", NumberText.Estimate(fact.Estimate, fact.Interval)),
        ("interval", NumberText.Interval(fact.Estimate, fact.Interval)),
        ("undefined", fact.Undefined),
        ("low_group", fact.LowGroup),
        ("high_group", fact.HighGroup));
}
