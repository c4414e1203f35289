using System.Globalization;
using Gate.Evaluation.Results;
using Gate.Reporting.Templating;
using Gate.Reporting.Text;
using static Gate.Reporting.Text.MarkdownParts;

namespace Gate.Reporting.Sections.Attribution;

/// <summary>What each column adds to the candidate's output: bars of mean absolute SHAP values with the direction, and by group.</summary>
internal sealed class AttributionSection : ReportSection
{
    private const int MostInSummary = 10;

    /// <inheritdoc/>
    internal override string Name => "attribution";

    /// <inheritdoc/>
    internal override string Title(GateResult result) => "Attribution";

    /// <inheritdoc/>
    internal override bool Has(GateResult result) => result.Attribution is not null;

    /// <inheritdoc/>
    internal override void Fill(Node model, GateResult result)
    {
        AttributionFacts facts = result.Attribution!;
        double reach = AttributionBar.Reach(facts.Features);
        model["attribution"] = new Node(
            ("method", Phrases.Spaced(facts.Method)),
            ("why", facts.Why),
            ("output", Output(facts)),
            ("rows", NumberText.Count(facts.Rows)),
            ("background", NumberText.Count(facts.BackgroundRows)),
            ("base", string.Join(", ", facts.BaseValues.Select(value => NumberText.Estimate(value)))),
            ("error", Tiny(facts.AdditivityError)),
            ("signed", facts.Outputs.Count == 1),
            ("features", facts.Features.Select(feature => new Node(
                ("feature", feature.Feature),
                ("bar", AttributionBar.Of(feature, reach)),
                ("mean_absolute", NumberText.Estimate(feature.MeanAbsolute)),
                ("share", Share(feature)),
                ("mean", feature.Means.Count == 1 ? NumberText.Estimate(feature.Means[0]) : ""))).ToList()),
            ("cohorts", CohortsOf(facts)),
            ("groups", GroupsOf(facts)));
    }

    /// <inheritdoc/>
    internal override IEnumerable<string> Markdown(GateResult result)
    {
        if (result.Attribution is not { } facts) yield break;
        MarkdownTable table = new MarkdownTable("Column", ">Mean absolute value", ">Share").Add(facts.Features.Take(MostInSummary)
            .Select(feature => (string[])[MarkdownText.Escape(feature.Feature), NumberText.Estimate(feature.MeanAbsolute),
                Share(feature)]));
        string rest = facts.Features.Count > MostInSummary
            ? $"\n{NumberText.Count(facts.Features.Count - MostInSummary)} more columns are in the report.\n" : "";
        yield return Folded("Attribution", $"Mean absolute SHAP values ({Phrases.Spaced(facts.Method)}) of {Output(facts)}, "
            + $"{NumberText.Count(facts.Rows)} test rows.\n\n{table.Text}{rest}");
    }

    /// <summary>Cohorts side by side, on one scale; nothing where there are none.</summary>
    private static Node? CohortsOf(AttributionFacts facts)
    {
        if (facts.Cohorts.Count == 0) return null;
        double reach = facts.Cohorts.SelectMany(cohort => cohort.MeanAbsolute).DefaultIfEmpty().Max();
        return new(
            ("names", facts.Cohorts.Select(cohort => new Node(("name", cohort.Name), ("where", cohort.Where),
                ("rows", NumberText.Count(cohort.Rows)))).ToList()),
            ("features", facts.Features.Select((feature, i) => new Node(
                ("feature", feature.Feature),
                ("cells", facts.Cohorts.Select(cohort => i >= cohort.MeanAbsolute.Count ? new Node(("value", "–"), ("bar", ""), ("mean",
                    ""))
                    : new Node(("value", NumberText.Estimate(cohort.MeanAbsolute[i])),
                        ("bar", AttributionBar.Of(cohort.MeanAbsolute[i], reach)),
                        ("mean", i < cohort.Means.Count ? NumberText.Estimate(cohort.Means[i]) : ""))).ToList()))).ToList()));
    }

    private static List<Node> GroupsOf(AttributionFacts facts) => [.. facts.Groups.GroupBy(group => group.By).Select(groups => new Node(
        ("by", groups.Key),
        ("names", groups.Select(group => new Node(("name", group.Group), ("rows", NumberText.Count(group.Rows)))).ToList()),
        ("features", facts.Features.Select((feature, i) => new Node(
            ("feature", feature.Feature),
            ("values", groups.Select(group => NumberText.Estimate((group.Means.Count > 0 ? group.Means : group.MeanAbsolute)[i]))
                .ToList()))).ToList())))];

    private static string Output(AttributionFacts facts) => facts.Output switch
    {
        "raw" => "the margin",
        "decision" => "the decision",
        _ => "the score",
    };

    private static string Share(AttributionFact feature) => feature.Share is not { } share ? "–" : Phrases.Share(share)
        + (feature.Interval is { } interval ? $" ({Phrases.Share(interval.Low)} to {Phrases.Share(interval.High)})" : "");

    /// <summary>A number that is mostly rounding: <c>2e-14</c>.</summary>
    private static string Tiny(double value) => value is > 0 and < 1e-6 ? value.ToString("0e-0", CultureInfo.InvariantCulture)
        : NumberText.Estimate(value);
}
