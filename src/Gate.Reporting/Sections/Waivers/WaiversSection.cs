using Gate.Evaluation.Results;
using Gate.Reporting.Templating;
using Gate.Reporting.Text;
using static Gate.Reporting.Text.MarkdownText;

namespace Gate.Reporting.Sections.Waivers;

/// <summary>The policy's waivers and whether each was used.</summary>
internal sealed class WaiversSection : ReportSection
{
    /// <inheritdoc/>
    internal override string Name => "waivers";

    /// <inheritdoc/>
    internal override string Title(GateResult result) => "Waivers";

    /// <inheritdoc/>
    internal override bool Has(GateResult result) => result.Waivers.Count > 0;

    /// <inheritdoc/>
    internal override void Fill(Node model, GateResult result) => model["waivers"] = result.Waivers.Select(waiver => new Node(
        ("condition", waiver.Condition), ("owner", waiver.Owner), ("reason", waiver.Reason), ("issue", waiver.Issue),
        ("expires", waiver.Expires), ("state", waiver.State))).ToList();

    /// <inheritdoc/>
    internal override IEnumerable<string> Markdown(GateResult result) => Has(result)
        ? ["### Waivers\n\n" + new MarkdownTable("Condition", "State", "Owner", "Reason", "Issue", "Holds until")
            .Add(result.Waivers.Select(Row)).Text] : [];

    private static string[] Row(WaiverFacts waiver) => [Code(waiver.Condition), Escape(waiver.State), Escape(waiver.Owner),
        Escape(waiver.Reason), Escape(waiver.Issue), Escape(waiver.Expires)];
}
