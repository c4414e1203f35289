using Gate.Evaluation.Results;
using Gate.Reporting.Templating;
using Gate.Reporting.Text;

namespace Gate.Reporting.Sections.Groups;

/// <summary>All metrics and disparities by group.</summary>
internal sealed class GroupsSection : ReportSection
{
    // So many stand beside each other on a page of paper.
    private const int MetricsPerTable = 6;

    /// <inheritdoc/>
    internal override string Name => "groups";

    /// <inheritdoc/>
    internal override string Title(GateResult result) => "Groups";

    /// <inheritdoc/>
    internal override bool Has(GateResult result) => result.Frames.Count > 0;

    /// <inheritdoc/>
    internal override void Fill(Node model, GateResult result)
    {
        int[][] parts = [.. JudgedMetrics.Order(result).Chunk(MetricsPerTable)];
        model["frames"] = result.Frames.Select(frame => new Node(
            ("by", string.Join(" × ", frame.By)),
            ("count", NumberText.Count(frame.Groups.Count)),
            ("tables", parts.Select(part => new Node(
                ("metrics", part.Select(i => Phrases.Heading(result.Overall[i].Metric)).ToList()),
                ("groups", frame.Groups.Select(group => Group(group, part)).ToList()))).ToList()),
            ("disparities", frame.Disparities.Select(Disparity).ToList()))).ToList();
    }

    private static Node Group(FrameGroup group, int[] part) => new(
        ("label", group.Label),
        ("count", NumberText.Count(group.Count)),
        ("excluded", group.Excluded),
        ("values", part.Where(i => i < group.Metrics.Count).Select(i => group.Metrics[i]).Select(fact => new Node(
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
