using System.Text.Json;
using Gate.Evaluation.Results;
using Gate.Reporting.Sections;
using Gate.Reporting.Templating;
using Gate.Reporting.Text;

namespace Gate.Reporting.Html;

/// <summary>What templates see: every text of the report ready to print.</summary>
internal static class ReportModel
{
    /// <summary>The head of the report and the facts of its sections.</summary>
    internal static Node Of(GateResult result)
    {
        var model = new Node(
            ("title", result.Policy.Title.Length > 0 ? result.Policy.Title : result.Policy.Name),
            ("policy", Policy(result.Policy)),
            ("verdict", VerdictNode.Of(result.Seen())),
            ("headline", result.Headline),
            ("decided", result.DecidedBy is { } decided ? Decided(decided, result) : null),
            ("counts", Verdicts.Counted(result.Counts).Select(count => new Node(
                ("key", count.Verdict.Word()), ("count", NumberText.Count(count.Count)), ("word", count.Text))).ToList()),
            // Without the commit, which stands in the provenance.
            ("release", result.Provenance.Gate.Split('+')[0]));
        foreach (ReportSection section in ReportSections.Of(result)) section.Fill(model, result);
        return model;
    }

    /// <summary>What a user's template sees: the same, and the result itself as <c>result</c>.</summary>
    internal static Node ForUsers(GateResult result, Node model)
    {
        var users = new Node();
        foreach ((string name, object? value) in model) users[name] = value;
        using JsonDocument json = JsonDocument.Parse(ResultJson.Write(result));
        users["result"] = Node.Of(json.RootElement);
        return users;
    }

    /// <summary>Adds what Gate's own page holds besides: contents, security policy, style sheet, data and script.</summary>
    internal static void AddPage(Node model, GateResult result)
    {
        model["sections"] = ReportSections.Of(result).Select(section => new Node(
            ("name", section.Name), ("title", section.Title(result)), ("needs_app", section.NeedsApp))).ToList();
        model["csp"] = new Markup(ContentSecurityPolicy.OfReport);
        model["style"] = new Markup(Resources.Styles);
        model["script"] = new Markup(Resources.Script);
        model["json"] = new Markup(EmbeddedJson.Of(result));
    }

    private static Node Decided(DecidingFact decided, GateResult result)
    {
        Finding? finding = result.Findings.FirstOrDefault(finding => finding.Id == decided.Condition);
        string anchor = finding is null ? "conditions" : new Anchors(result).Of(finding);
        return new(
            ("title", result.Verdict == Verdict.Inconclusive ? "What is not decided" : "What decided it"),
            ("sentence", decided.Sentence),
            ("condition", decided.Condition),
            ("link", Anchors.Link(anchor)),
            ("groups", finding?.Groups.Count > 0),
            ("groups_link", Anchors.Link(Anchors.Groups(anchor))),
            ("line", NumberText.Exact(decided.Line)),
            ("line_link", "#" + Anchors.OfLine(result.Policy, decided.File, decided.Line)),
            ("file", decided.File ?? "the policy"),
            ("others", decided.Others switch
            {
                0 => null,
                1 => "One other condition is as grave.",
                _ => $"{NumberText.Count(decided.Others)} other conditions are as grave.",
            }));
    }

    private static Node Policy(PolicyFacts policy) => new(
        ("name", policy.Name),
        ("path", policy.Path),
        ("task", Phrases.Heading(policy.Task)),
        ("confidence", NumberText.Percent(policy.Confidence)),
        ("overrides", policy.Overrides.ToList()));
}
