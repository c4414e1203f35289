using Gate.Evaluation.Results;
using Gate.Reporting.Templating;

namespace Gate.Reporting.Sections.Confusion;

/// <summary>The confusion matrix.</summary>
internal sealed class ConfusionSection : ReportSection
{
    /// <inheritdoc/>
    internal override string Name => "confusion";

    /// <inheritdoc/>
    internal override string Title(GateResult result) => "Confusion matrix";

    /// <inheritdoc/>
    internal override bool Has(GateResult result) => result.Confusion is not null;

    /// <inheritdoc/>
    internal override void Fill(Node model, GateResult result)
    {
        ConfusionFacts confusion = result.Confusion!;
        model["confusion"] = new Node(
            ("classes", confusion.Classes.ToList()),
            ("size", NumberText.Exact(confusion.Classes.Count)),
            ("small", confusion.Classes.Count <= 4),
            ("rows", Rows(confusion.Classes, confusion.Counts)),
            ("groups", confusion.Groups.SelectMany(groups => groups.Groups.Select(group => new Node(
                ("name", $"{groups.By} = {group.Label}"),
                ("count", NumberText.Count(group.Count)),
                ("rows", Rows(confusion.Classes, group.Counts))))).ToList()));
    }

    private static List<Node> Rows(IReadOnlyList<string> classes, IReadOnlyList<IReadOnlyList<long>> counts) =>
        [.. classes.Zip(counts, (name, row) => new Node(
            ("name", name),
            ("counts", row.Select(NumberText.Count).ToList()),
            ("total", NumberText.Count(row.Sum()))))];
}
