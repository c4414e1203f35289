using Gate.Evaluation.Results;
using Gate.Reporting.Templating;
using Gate.Reporting.Text;

namespace Gate.Reporting.Sections.Importance;

/// <summary>How much each feature matters to the candidate.</summary>
internal sealed class ImportanceSection : ReportSection
{
    /// <inheritdoc/>
    internal override string Name => "importance";

    /// <inheritdoc/>
    internal override string Title(GateResult result) => "Importance";

    /// <inheritdoc/>
    internal override bool Has(GateResult result) => result.Importance is not null;

    /// <inheritdoc/>
    internal override void Fill(Node model, GateResult result)
    {
        ImportanceFacts importance = result.Importance!;
        model["importance"] = new Node(
            ("method", Phrases.Spaced(importance.Method)),
            ("metric", importance.Metric),
            ("repeats", NumberText.Count(importance.Repeats)),
            ("rows", NumberText.Count(importance.Rows)),
            ("intervals", importance.Features.Any(feature => feature.Interval is not null)),
            ("groups", importance.Features.Any(feature => feature.Columns.Count > 0)),
            ("features", importance.Features.Select(feature => new Node(
                ("feature", feature.Feature),
                ("columns", feature.Columns.Count == 0 ? null : string.Join(", ", feature.Columns)),
                ("interval", feature.Interval is null ? null : NumberText.Interval(feature.Mean, feature.Interval)),
                ("mean", NumberText.Estimate(feature.Mean)),
                ("deviation", NumberText.Estimate(feature.StandardDeviation)))).ToList()));
    }
}
