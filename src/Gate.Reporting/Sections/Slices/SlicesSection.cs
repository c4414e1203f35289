using Gate.Evaluation.Results;
using Gate.Reporting.Templating;
using Gate.Reporting.Text;
using static Gate.Reporting.Text.MarkdownParts;

namespace Gate.Reporting.Sections.Slices;

/// <summary>Where the candidate errs: the worst slices, the error tree and the map of two columns.</summary>
internal sealed class SlicesSection : ReportSection
{
    private const int MostInSummary = 3;

    /// <inheritdoc/>
    internal override string Name => "slices";

    /// <inheritdoc/>
    internal override string Title(GateResult result) => "Where it errs";

    /// <inheritdoc/>
    internal override bool Has(GateResult result) => result.ErrorAnalysis is not null;

    /// <inheritdoc/>
    internal override void Fill(Node model, GateResult result)
    {
        ErrorAnalysisFacts facts = result.ErrorAnalysis!;
        double? largest = Nodes(facts.Tree).Max(node => node.Loss);
        model["slices"] = new Node(
            ("metric", facts.Metric),
            ("searched_rows", NumberText.Count(facts.SearchedRows)),
            ("rows", NumberText.Count(facts.Rows)),
            ("loss", NumberText.Estimate(facts.Loss)),
            ("searched", NumberText.Count(facts.Searched)),
            ("slices", facts.Slices.Select(Slice).ToList()),
            ("tree", Tree(facts.Tree, 0, largest)),
            ("map", facts.Map is { } map ? Map(map) : null));
    }

    /// <inheritdoc/>
    internal override IEnumerable<string> Markdown(GateResult result)
    {
        if (result.ErrorAnalysis is not { Slices.Count: > 0 } facts) yield break;
        IEnumerable<string> lines = facts.Slices.Where(slice => slice.Ratio is not null).OrderByDescending(slice => slice.Ratio)
            .Take(MostInSummary).Select(slice => "- " + MarkdownText.Escape($"{Text(slice)}: {facts.Metric} "
                + $"{NumberText.Estimate(slice.Loss)} of {NumberText.Count(slice.Rows)} rows, {Ratio(slice)} times that of the rest"));
        yield return Folded("Where it errs", string.Join('\n', lines) + "\n");
    }

    private static Node Slice(SliceFact slice) => new(
        ("text", Text(slice)),
        ("rows", NumberText.Count(slice.Rows)),
        ("loss", NumberText.Estimate(slice.Loss)),
        ("ratio", NumberText.Estimate(slice.Ratio, slice.Interval)),
        ("interval", NumberText.Interval(slice.Ratio, slice.Interval)),
        ("remark", slice.Undefined ?? (slice.Interval is { Low: > 1 } ? "worse than the rest, for certain enough"
            : slice.Interval is { High: < 1 } ? "no worse than the rest" : "")));

    /// <summary>The tree as lines, each with its depth.</summary>
    private static List<Node> Tree(ErrorNodeFact node, int depth, double? largest) => [new Node(
        ("depth", depth),
        ("text", node.Column is null ? "All rows" : $"{node.Column} {(node.Has ? "=" : "≠")} {node.Value}"),
        ("rows", NumberText.Count(node.Rows)),
        ("loss", NumberText.Estimate(node.Loss, node.Interval)),
        ("interval", NumberText.Interval(node.Loss, node.Interval)),
        ("bar", Shades.Of(node.Loss, largest))),
        .. node.Children.SelectMany(child => Tree(child, depth + 1, largest))];

    private static Node Map(ErrorMapFact map)
    {
        double? largest = map.Cells.SelectMany(cells => cells).Max(cell => cell.Loss);
        return new(
            ("down", map.Down),
            ("across", map.Across),
            ("heads", map.AcrossValues.ToList()),
            ("lines", map.DownValues.Zip(map.Cells, (value, cells) => new Node(
                ("value", value),
                ("cells", cells.Select(cell => new Node(
                    ("loss", NumberText.Estimate(cell.Loss)),
                    ("rows", NumberText.Count(cell.Rows)),
                    ("shade", Shades.Shade(cell.Loss, largest)))).ToList()))).ToList()));
    }

    private static IEnumerable<ErrorNodeFact> Nodes(ErrorNodeFact node) => [node, .. node.Children.SelectMany(Nodes)];

    private static string Text(SliceFact slice) => string.Join(" and ", slice.Terms.Select(term => $"{term.Column} = {term.Value}"));

    private static string Ratio(SliceFact slice) => NumberText.Estimate(slice.Ratio, slice.Interval)
        + (slice.Interval is null ? "" : $" ({NumberText.Interval(slice.Ratio, slice.Interval)})");
}
