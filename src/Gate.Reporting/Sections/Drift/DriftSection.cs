using Gate.Evaluation.Results;
using Gate.Reporting.Templating;
using Gate.Reporting.Text;
using static Gate.Reporting.Text.MarkdownParts;

namespace Gate.Reporting.Sections.Drift;

/// <summary>How far rows are from those that the baseline was trained on.</summary>
internal sealed class DriftSection : ReportSection
{
    private const int MostInSummary = 3;

    /// <inheritdoc/>
    internal override string Name => "drift";

    /// <inheritdoc/>
    internal override string Title(GateResult result) => "Drift";

    /// <inheritdoc/>
    internal override bool Has(GateResult result) => result.Drift is not null;

    /// <inheritdoc/>
    internal override void Fill(Node model, GateResult result)
    {
        DriftFacts facts = result.Drift!;
        model["drift"] = new Node(
            ("of", facts.Of),
            ("rows", NumberText.Count(facts.Rows)),
            ("reference", facts.Reference),
            ("reference_rows", NumberText.Count(facts.ReferenceRows)),
            ("columns", facts.Columns.Select(Line).ToList()),
            ("more", facts.ColumnCount > facts.Columns.Count ? NumberText.Count(facts.ColumnCount - facts.Columns.Count) : ""));
    }

    /// <inheritdoc/>
    internal override IEnumerable<string> Markdown(GateResult result)
    {
        if (result.Drift is not { } facts) yield break;
        string columns = string.Join(", ", facts.Columns.Take(MostInSummary).Select(column => $"{column.Column} "
            + $"{NumberText.Estimate(column.Distance, column.Interval)} ({NumberText.Interval(column.Distance, column.Interval)})"));
        yield return Folded("Drift", MarkdownText.Escape($"{NumberText.Count(facts.Rows)} {facts.Of} against the "
            + $"{NumberText.Count(facts.ReferenceRows)} that {facts.Reference} was trained on; moved most: {columns}.") + "\n");
    }

    private static Node Line(DriftFact fact) => new(
        ("column", fact.Column),
        ("distance", NumberText.Estimate(fact.Distance, fact.Interval)),
        ("bar", ShareBar.Of(0, fact.Distance, fact.Interval)),
        ("interval", NumberText.Interval(fact.Distance, fact.Interval)),
        ("index", NumberText.Estimate(fact.StabilityIndex, null)),
        ("missing", NumberText.Estimate(fact.Missing, null)),
        ("reference_missing", NumberText.Estimate(fact.ReferenceMissing, null)),
        ("new_levels", fact.NewLevels > 0 ? NumberText.Count(fact.NewLevels) : ""));
}
