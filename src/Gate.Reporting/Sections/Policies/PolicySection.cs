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
        var anchors = new Anchors(result);
        model["policy_text"] = Text(result, null, result.Policy.Text!, anchors);
        model["extended_policies"] = result.Policy.Extended.Select(extended =>
        {
            Node text = Text(result, extended.Path, extended.Text, anchors);
            text["path"] = extended.Path;
            return text;
        }).ToList();
    }

    private static Node Text(GateResult result, string? file, string text, Anchors anchors)
    {
        string[] lines = text.TrimEnd().Split('\n');
        Finding[] own = [.. result.Findings.Where(finding => finding.File == file)];
        var first = own.GroupBy(finding => finding.Line).ToDictionary(same => same.Key, same => same.First());
        Finding?[] judged = JudgedLines.Of(lines, own);
        return new(
            ("count", NumberText.Count(lines.Length)),
            ("lines", lines.Select((line, i) => Line(Anchors.OfLine(result.Policy, file, i + 1), i + 1, line, judged[i],
                first.GetValueOrDefault(i + 1), anchors)).ToList()));
    }

    private static Node Line(string anchor, int number, string text, Finding? judged, Finding? first, Anchors anchors) => new(
        ("number", NumberText.Exact(number)),
        ("anchor", anchor),
        ("text", text.TrimEnd('\r')),
        ("key", judged is null ? null : VerdictNode.Key(judged)),
        ("word", first is null ? null : Verdicts.Word(first)),
        ("id", first?.Id),
        ("link", first is null ? null : Anchors.Link(anchors.Of(first))));
}
