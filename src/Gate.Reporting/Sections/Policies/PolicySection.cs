using Gate.Evaluation.Results;
using Gate.Reporting.Templating;
using Gate.Reporting.Text;

namespace Gate.Reporting.Sections.Policies;

/// <summary>The policy's text, with the lines marked that were judged.</summary>
internal sealed class PolicySection : ReportSection
{
    /// <inheritdoc/>
    internal override string Name => "policy";

    /// <inheritdoc/>
    internal override string Title(GateResult result) => "Policy";

    /// <inheritdoc/>
    internal override bool Has(GateResult result) => result.Policy.Text is { Length: > 0 };

    /// <inheritdoc/>
    internal override void Fill(Node model, GateResult result)
    {
        string[] lines = result.Policy.Text!.TrimEnd().Split('\n');
        var anchors = new Anchors(result);
        var first = result.Findings.GroupBy(finding => finding.Line).ToDictionary(own => own.Key, own => own.First());
        Finding?[] judged = JudgedLines.Of(lines, result.Findings);
        model["policy_text"] = new Node(
            ("count", NumberText.Count(lines.Length)),
            ("lines", lines.Select((text, i) => Line(i + 1, text, judged[i], first.GetValueOrDefault(i + 1), anchors)).ToList()));
    }

    private static Node Line(int number, string text, Finding? judged, Finding? first, Anchors anchors) => new(
        ("number", NumberText.Exact(number)),
        ("anchor", Anchors.Line + NumberText.Exact(number)),
        ("text", text.TrimEnd('\r')),
        ("key", judged is null ? null : VerdictNode.Key(judged)),
        ("word", first is null ? null : Verdicts.Word(first)),
        ("id", first?.Id),
        ("link", first is null ? null : Anchors.Link(anchors.Of(first))));
}
