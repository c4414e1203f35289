using Gate.Evaluation.Results;
using Gate.Reporting.Templating;
using Gate.Reporting.Text;

namespace Gate.Reporting.Sections.Conditions;

/// <summary>The findings as templates see them, worst first.</summary>
internal static class FindingModel
{
    /// <summary>All findings; <c>index</c> is the place in the policy's order, by which the app finds its data.</summary>
    internal static IEnumerable<Node> All(GateResult result)
    {
        var index = new Dictionary<Finding, int>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < result.Findings.Count; i++) index[result.Findings[i]] = i;
        var place = new Place(new Anchors(result), new StripScales(result.Findings), index, result.Data.TestRows, result.Policy);
        return Verdicts.Sorted(result.Findings).Select(finding => Of(finding, place));
    }

    /// <summary>What a finding needs to know of the others.</summary>
    private sealed record Place(Anchors Anchors, StripScales Scales, Dictionary<Finding, int> Index, long TestRows, PolicyFacts Policy);

    private static Node Of(Finding finding, Place place) => new(
        ("index", NumberText.Exact(place.Index[finding])),
        ("anchor", place.Anchors.Of(finding)),
        ("link", Anchors.Link(place.Anchors.Of(finding))),
        ("groups_anchor", Anchors.Groups(place.Anchors.Of(finding))),
        ("line_link", "#" + Anchors.OfLine(place.Policy, finding.File, finding.Line)),
        ("file", finding.File ?? "the policy"),
        // What plainly passed is folded: a reader looks for what did not.
        ("folded", finding.Verdict is Verdict.Pass or Verdict.Inform && finding.PassedByPolicy is null
            && finding.Groups.All(group => group.Excluded is null)),
        ("id", finding.Id),
        ("breakable_id", Breakable(finding.Id)),
        ("verdict", VerdictNode.Of(finding)),
        ("condition", Phrases.Condition(finding)),
        ("sentence", finding.Sentence),
        ("estimate", finding.Undefined is null ? NumberText.Estimate(finding.Estimate, finding.Interval) : "undefined"),
        ("undefined", finding.Undefined),
        ("has_interval", finding.Interval is not null),
        ("interval", NumberText.Interval(finding.Estimate, finding.Interval)),
        ("interval_name", Phrases.IntervalName(finding.Interval)),
        ("bound", Phrases.Bound(finding.Bound)),
        ("levels", Phrases.Levels(finding)),
        ("family", Phrases.Family(finding.Family)),
        ("slice", finding.Where),
        ("regression", Phrases.Regression(finding.Regression)),
        // What was measured without rows (a model's size) says nothing of them.
        ("rows", finding is { Rows: 0, Estimate: not null } ? null : Phrases.RowsOf(finding.Rows, place.TestRows)),
        ("settling", Phrases.Settling(finding)),
        ("decided_by", Phrases.DecidedBy(finding)),
        ("waived_by", finding.WaivedBy),
        ("why", finding.Why),
        ("line", NumberText.Exact(finding.Line)),
        ("basis", Basis(finding)),
        ("judged", Judged.Of(finding).Text),
        ("judged_interval", Judged.Of(finding).IntervalText),
        ("clear_alone", Phrases.ClearAlone(finding)),
        ("strip", IntervalStrip.Of(finding, place.Scales.Of(finding))),
        ("groups", Groups(finding)));

    // Made ids are long words of underscores, at which no browser breaks a line by itself.
    private static Markup Breakable(string id) => new(HtmlText.Escape(id).Replace("_", "_<wbr>", StringComparison.Ordinal));

    private static string Basis(Finding finding)
    {
        string decided = finding.Level == "inform" ? "reported only" : finding.DecideOn == "point"
            ? "decided on the estimate alone" : "decided on the interval";
        string level = finding.Level == "warn" ? ", can only warn" : "";
        string by = finding.Interval is { } interval ? $", interval by {Phrases.IntervalMethod(interval.Method)}" : "";
        return decided + level + by;
    }

    private static Node? Groups(Finding finding)
    {
        if (finding.Groups.Count == 0) return null;
        bool classes = finding.Groups.Any(group => group.Positives is not null);
        bool levels = finding.Groups.Any(group => group.ControlLevel is not null);
        bool predicted = finding.Groups.Any(group => group.PredictedPositives is not null);
        return new Node(
            ("count", NumberText.Count(finding.Groups.Count)),
            ("by", string.Join(" × ", finding.By)),
            ("metric", finding.GroupMetric is { } metric ? Phrases.Heading(metric) : "Estimate"),
            ("control", levels ? string.Join(" × ", finding.Control) : null),
            ("has_control", levels),
            ("has_classes", classes),
            ("has_predicted", predicted),
            ("rows", finding.Groups.Select(group => Group(finding, group, levels, classes, predicted)).ToList()));
    }

    private static Node Group(Finding finding, GroupFact group, bool levels, bool classes, bool predicted) => new(
        ("label", group.Label),
        ("has_control", levels),
        ("has_classes", classes),
        ("has_predicted", predicted),
        ("control_level", group.ControlLevel ?? "–"),
        ("count", NumberText.Count(group.Count)),
        ("positives", group.Positives is { } positives ? NumberText.Count(positives) : "–"),
        ("negatives", group.Negatives is { } negatives ? NumberText.Count(negatives) : "–"),
        ("predicted_positives", group.PredictedPositives is { } said ? NumberText.Count(said) : "–"),
        ("estimate", NumberText.Estimate(group.Estimate, group.Interval)),
        ("interval", NumberText.Interval(group.Estimate, group.Interval)),
        ("excluded", group.Excluded is not null),
        ("remark", Phrases.Remark(finding, group)));
}
