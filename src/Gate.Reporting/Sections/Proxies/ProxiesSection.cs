using Gate.Evaluation.Results;
using Gate.Reporting.Templating;
using Gate.Reporting.Text;
using static Gate.Reporting.Text.MarkdownParts;

namespace Gate.Reporting.Sections.Proxies;

/// <summary>How well columns tell the groups of sensitive columns.</summary>
internal sealed class ProxiesSection : ReportSection
{
    private const int MostInSummary = 3;

    /// <inheritdoc/>
    internal override string Name => "proxies";

    /// <inheritdoc/>
    internal override string Title(GateResult result) => "Proxies";

    /// <inheritdoc/>
    internal override bool Has(GateResult result) => result.Proxies.Count > 0;

    /// <inheritdoc/>
    internal override void Fill(Node model, GateResult result) => model["proxies"] = result.Proxies.Select(facts => new Node(
        ("by", facts.By),
        ("rows", NumberText.Count(facts.Rows)),
        ("folds", NumberText.Count(facts.Folds)),
        ("together", Line(facts.Together)),
        ("columns", facts.Columns.Select(Line).ToList()))).ToList();

    /// <inheritdoc/>
    internal override IEnumerable<string> Markdown(GateResult result)
    {
        if (!Has(result)) yield break;
        IEnumerable<string> lines = result.Proxies.Select(facts => "- " + MarkdownText.Escape($"{facts.By}: all columns together tell it "
            + $"with an AUC of {Auc(facts.Together)}"
            + (facts.Columns.Count == 0 ? "" : "; most telling: " + string.Join(", ", facts.Columns.Take(MostInSummary)
                .Select(column => $"{column.Feature} {NumberText.Estimate(column.Auc, column.Interval)}"))) + "."));
        yield return Folded("Proxies of sensitive columns", string.Join('\n', lines) + "\n");
    }

    private static Node Line(ProxyFact fact) => new(
        ("feature", fact.Feature ?? ""),
        ("auc", NumberText.Estimate(fact.Auc, fact.Interval)),
        ("interval", NumberText.Interval(fact.Auc, fact.Interval)),
        ("bar", ShareBar.Of(0.5, fact.Auc, fact.Interval)),
        ("group", fact.Group ?? ""),
        ("itself", fact.IsItself));

    private static string Auc(ProxyFact fact) => NumberText.Estimate(fact.Auc, fact.Interval)
        + (fact.Interval is null ? "" : $" ({NumberText.Interval(fact.Auc, fact.Interval)})");
}
