using Gate.Evaluation.Results;
using Gate.Reporting.Templating;
using Gate.Reporting.Text;
using static Gate.Reporting.Text.MarkdownParts;

namespace Gate.Reporting.Sections.Gaps;

/// <summary>Why groups differ: the gap between groups' mean outputs as the sum of what columns contribute to it.</summary>
internal sealed class GapsSection : ReportSection
{
    private const int MostInSummary = 5;

    /// <inheritdoc/>
    internal override string Name => "gaps";

    /// <inheritdoc/>
    internal override string Title(GateResult result) => "Why groups differ";

    /// <inheritdoc/>
    internal override bool Has(GateResult result) => result.Attribution is { Gaps.Count: > 0 };

    /// <inheritdoc/>
    internal override void Fill(Node model, GateResult result)
    {
        model["gaps_classes"] = result.Attribution!.Gaps.Any(gaps => gaps.Class is not null);
        model["gaps"] = result.Attribution.Gaps.Select((gaps, i) => new Node(
            ("first", i == 0),
            ("by", gaps.By),
            ("class", gaps.Class ?? ""),
            ("reference", gaps.Reference),
            ("output", Output(result.Attribution, gaps)),
            ("groups", gaps.Groups.Select(group => GroupOf(group, gaps, result.Attribution)).ToList()))).ToList();
    }

    /// <inheritdoc/>
    internal override IEnumerable<string> Markdown(GateResult result)
    {
        if (!Has(result)) yield break;
        IEnumerable<string> lines = result.Attribution!.Gaps.SelectMany(gaps => gaps.Groups.Select(group =>
            $"- {MarkdownText.Escape(Sentence(group, gaps, result.Attribution))} "
            + $"{MarkdownText.Escape(string.Join(", ", group.Columns.Take(MostInSummary).Select(Short)))}"));
        yield return Folded("Why groups differ", string.Join('\n', lines) + "\n");
    }

    private static Node GroupOf(GapFact group, GapFacts gaps, AttributionFacts facts)
    {
        double reach = GapBar.Reach(group.Columns);
        return new(
            ("group", group.Group),
            ("sentence", Sentence(group, gaps, facts)),
            ("gap", NumberText.Estimate(group.Gap, group.Interval)),
            ("interval", NumberText.Interval(group.Gap, group.Interval)),
            ("columns", group.Columns.Select(column => new Node(
                ("feature", column.Feature),
                ("difference", NumberText.Estimate(column.Difference, column.Interval)),
                ("interval", NumberText.Interval(column.Difference, column.Interval)),
                ("bar", GapBar.Of(column.Difference, column.Interval, reach)))).ToList()));
    }

    private static string Sentence(GapFact group, GapFacts gaps, AttributionFacts facts)
    {
        string size = NumberText.Estimate(Math.Abs(group.Gap), group.Interval);
        return $"The mean {Output(facts, gaps)} of {gaps.By} = {group.Group} ({Rows(group.Rows)}) "
            + $"{(group.Gap == 0 ? "equals" : $"lies {size} {(group.Gap < 0 ? "below" : "above")}")} that of {gaps.By} = {gaps.Reference} "
            + $"({Rows(gaps.Rows)}, the largest group), which is {NumberText.Estimate(gaps.Mean)}.";
    }

    private static string Short(GapColumnFact column) => $"{column.Feature} {NumberText.Estimate(column.Difference, column.Interval)}";

    private static string Rows(long rows) => $"{NumberText.Count(rows)} row{(rows == 1 ? "" : "s")}";

    private static string Output(AttributionFacts facts, GapFacts gaps) =>
        gaps.Class is null ? Output(facts) : $"{Output(facts)} for {gaps.Class}";

    private static string Output(AttributionFacts facts) => facts.Output switch
    {
        "raw" => facts.Outputs is ["prediction"] ? "prediction" : "margin",
        "decision" => "decision (the selection rate)",
        _ => "score",
    };
}
