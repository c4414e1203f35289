using Gate.Evaluation.Results;
using Gate.Reporting.Templating;
using Gate.Reporting.Text;
using static Gate.Reporting.Text.MarkdownParts;
using static Gate.Reporting.Text.MarkdownText;

namespace Gate.Reporting.Sections.Overall;

/// <summary>All metrics over all test rows.</summary>
internal sealed class OverallSection : ReportSection
{
    /// <inheritdoc/>
    internal override string Name => "overall";

    /// <inheritdoc/>
    internal override string Title(GateResult result) => "Overall metrics";

    /// <inheritdoc/>
    internal override void Fill(Node model, GateResult result) => model["overall"] = Overall(result);

    /// <inheritdoc/>
    internal override IEnumerable<string> Markdown(GateResult result) => result.Overall.Count == 0 ? [] : [Table(result)];

    private static Node Overall(GateResult result)
    {
        bool baseline = result.Overall.Any(fact => fact.Baseline is not null);
        return new Node(
            ("has_baseline", baseline),
            ("rows", JudgedMetrics.First(result).Select(fact => new Node(
                ("metric", fact.Metric),
                ("judged", JudgedMetrics.Of(result).Contains(fact.Metric)),
                ("name", Phrases.Heading(fact.Metric)),
                ("estimate", NumberText.Estimate(fact.Estimate, fact.Interval)),
                ("interval", NumberText.Interval(fact.Estimate, fact.Interval)),
                ("has_baseline", baseline),
                ("baseline", NumberText.Beside(fact.Baseline, fact.Estimate, fact.Interval)),
                ("better", Better(fact.Direction)),
                ("undefined", fact.Undefined))).ToList()));
    }

    private static string Table(GateResult result)
    {
        bool baseline = result.Overall.Any(fact => fact.Baseline is not null);
        string[] head = ["Metric", ">Estimate [interval]", .. baseline ? [">Baseline"] : Array.Empty<string>(), "Better"];
        IEnumerable<string[]> rows = JudgedMetrics.First(result).Select(fact => (string[])[
            Escape(fact.Metric),
            fact.Undefined is null ? Estimate(fact.Estimate, fact.Interval) : Escape("undefined: " + fact.Undefined),
            .. baseline ? [NumberText.Beside(fact.Baseline, fact.Estimate, fact.Interval)] : Array.Empty<string>(),
            Better(fact.Direction)]);
        return Folded("Metrics over all test rows", new MarkdownTable(head).Add(rows).Text);
    }

    private static string Better(string direction) => direction is "higher" or "lower" ? direction : "neither";
}
