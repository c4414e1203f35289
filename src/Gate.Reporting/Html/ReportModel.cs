using System.Text.Json;
using Gate.Evaluation.Results;
using Gate.Reporting.Text;

namespace Gate.Reporting.Html;

/// <summary>What templates see: every text of the report ready to print, and the result itself as <c>result</c>.</summary>
internal static class ReportModel
{
    /// <summary>The model of a result.</summary>
    internal static Node Of(GateResult result, string contentSecurityPolicy)
    {
        using JsonDocument json = JsonDocument.Parse(ResultJson.Write(result));
        List<Node> findings = [.. FindingModel.All(result)];
        return new Node(
            ("title", result.Policy.Title.Length > 0 ? result.Policy.Title : result.Policy.Name),
            ("policy", PolicyNode(result)),
            ("verdict", Verdict(result.Verdict)),
            ("headline", result.Headline),
            ("counts", Verdicts.Counted(result.Counts)
                .Select(c => new Node(("key", c.Key), ("count", NumberText.Count(c.Count)), ("word", c.Text))).ToList()),
            ("findings", findings),
            ("overall", MetricsModel.Overall(result)),
            ("frames", MetricsModel.Frames(result)),
            ("confusion", MetricsModel.Confusion(result.Confusion)),
            ("curves", result.Curves is null
                ? null : new Node(("title", result.Data.Positive is null ? "Predicted values" : "Curves and scores"),
                ("name", result.Data.Positive is null ? "Predictions" : "Curves"))),
            ("importance", MetricsModel.Importance(result.Importance)),
            ("data", FactsModel.Data(result.Data)),
            ("model", FactsModel.Model(result.Model)),
            ("baseline", result.Baseline is null ? null : FactsModel.Model(result.Baseline)),
            ("waivers", result.Waivers.Select(FactsModel.Waiver).ToList()),
            ("notes", result.Notes.ToList()),
            ("provenance", FactsModel.Provenance(result.Provenance)),
            // Without the commit, which stands in the provenance.
            ("release", result.Provenance.Gate.Split('+')[0]),
            ("run", result.Run is null ? null : FactsModel.Run(result.Run)),
            ("csp", contentSecurityPolicy),
            ("style", Resources.Styles),
            ("script", Resources.Script),
            ("json", EmbeddedJson.Of(result)),
            ("result", Node.Of(json.RootElement)));
    }

    /// <summary>A verdict as word, style-sheet name and sign.</summary>
    internal static Node Verdict(string verdict) =>
        new(("key", Verdicts.Key(verdict)), ("word", Verdicts.Word(verdict)), ("icon", Icons.Of(verdict)));

    private static Node PolicyNode(GateResult result) => new(
        ("name", result.Policy.Name),
        ("path", result.Policy.Path),
        ("task", Phrases.Heading(result.Policy.Task)),
        ("confidence", NumberText.Percent(result.Policy.Confidence)),
        ("overrides", result.Policy.Overrides.ToList()));
}
