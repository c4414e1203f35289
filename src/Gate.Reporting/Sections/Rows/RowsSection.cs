using System.Globalization;
using Gate.Evaluation.Results;
using Gate.Reporting.Templating;

namespace Gate.Reporting.Sections.Rows;

/// <summary>Single rows, each as a waterfall from what is expected to what the candidate says. They are in no summary: it becomes a comment
/// that anybody reads.</summary>
internal sealed class RowsSection : ReportSection
{
    /// <inheritdoc/>
    internal override string Name => "rows";

    /// <inheritdoc/>
    internal override string Title(GateResult result) => "Single rows";

    /// <inheritdoc/>
    internal override bool Has(GateResult result) => result.Rows is { Rows.Count: > 0 };

    /// <inheritdoc/>
    internal override void Fill(Node model, GateResult result)
    {
        RowFacts facts = result.Rows!;
        model["rows"] = new Node(
            ("output", facts.Output switch { "raw" => "margin", "decision" => "decision", _ => "score" }),
            ("rows", facts.Rows.Select(row => RowOf(row, facts)).ToList()));
    }

    private static Node RowOf(ExplainedRowFact row, RowFacts facts) => new(
        ("name", facts.Id is { } id ? $"{id} {row.Name}" : $"row {row.Name}"),
        ("why", row.Why),
        ("label", row.Label),
        ("said", Short(row.Said)),
        ("score", row.Score is { } score ? NumberText.Estimate(score) : ""),
        ("several", row.Classes.Count > 0),
        ("classes", ((RowClassFact[])[new(row.Of, row.Score, row.Base, row.Columns, row.Others, row.OthersAdd, row.Total), .. row.Classes])
            .Select((one, i) => Waterfall(one, isSaid: i == 0, one.Of == row.Label)).ToList()));

    private static Node Waterfall(RowClassFact row, bool isSaid, bool isTrue)
    {
        var scale = WaterfallBar.Of(row);
        double at = row.Base;
        Node Step(string feature, string value, double by)
        {
            Node step = new(("feature", feature), ("value", value), ("adds", Signed(by)), ("bar", scale.Step(at, by)));
            at += by;
            return step;
        }
        List<Node> steps = [.. row.Columns.Select(column => Step(column.Feature, Short(column.Value), column.Contribution))];
        if (row.Others > 0)
            steps.Add(Step($"{NumberText.Count(row.Others)} other column{(row.Others == 1 ? "" : "s")}", "", row.OthersAdd));
        return new(
            ("of", row.Of),
            ("is_said", isSaid),
            ("is", (isSaid, isTrue) switch { (true, true) => "said, and true", (true, false) => "said", (false, true) => "true", _ => "" }),
            ("score", row.Score is { } score ? NumberText.Estimate(score) : ""),
            ("base", NumberText.Estimate(row.Base)),
            ("base_bar", scale.Place(row.Base)),
            ("steps", steps),
            ("total", NumberText.Estimate(row.Total)),
            ("total_bar", scale.Place(row.Total)));
    }

    // What is left of rounding is nothing.
    private static string Signed(double value) => Math.Abs(value) < 1e-12 ? "0"
        : value > 0 ? $"+{NumberText.Estimate(value)}" : NumberText.Estimate(value);

    /// <summary>A long number with fewer digits; other values as they are.</summary>
    private static string Short(string value) => value.Length > 8
        && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? NumberText.Estimate(number)
        : value;
}
