using System.Globalization;
using Gate.Evaluation.Results;
using Gate.Reporting.Templating;

namespace Gate.Reporting.Sections.Counterfactuals;

/// <summary>What would have to be otherwise for the decision to flip.</summary>
internal sealed class CounterfactualsSection : ReportSection
{
    /// <inheritdoc/>
    internal override string Name => "counterfactuals";

    /// <inheritdoc/>
    internal override string Title(GateResult result) => "Counterfactuals";

    /// <inheritdoc/>
    internal override bool Has(GateResult result) => result.Counterfactuals is { Rows.Count: > 0 };

    /// <inheritdoc/>
    internal override void Fill(Node model, GateResult result)
    {
        CounterfactualFacts facts = result.Counterfactuals!;
        model["counterfactuals"] = new Node(
            ("allowed", string.Join("; ", facts.Allowed.Select(one => $"{one.Name}: {one.Text}"))),
            ("immutable", string.Join(", ", facts.Immutable)),
            ("rows", facts.Rows.Select(row => new Node(
                ("name", row.Name),
                ("rows", NumberText.Count(row.Rows)),
                ("score", NumberText.Estimate(row.Score)),
                ("decision", row.Decision),
                ("new_score", NumberText.Estimate(row.NewScore)),
                ("new_decision", row.NewDecision ?? "–"),
                ("changes", row.Changes.Count == 0 ? "nothing found: no change of up to three columns flips it"
                    : string.Join("; ", row.Changes.Select(change => $"{change.Feature} {Short(change.From)} → {Short(change.To)}")))))
                .ToList()));
    }

    /// <summary>A long number with fewer digits; other values as they are.</summary>
    private static string Short(string value) => value.Length > 8
        && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? NumberText.Estimate(number)
        : value;
}
