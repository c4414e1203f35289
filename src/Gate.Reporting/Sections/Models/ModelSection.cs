using Gate.Evaluation.Results;
using Gate.Reporting.Templating;
using Gate.Reporting.Text;

namespace Gate.Reporting.Sections.Models;

/// <summary>The candidate and the baseline.</summary>
internal sealed class ModelSection : ReportSection
{
    /// <inheritdoc/>
    internal override string Name => "model";

    /// <inheritdoc/>
    internal override string Title(GateResult result) => "Model";

    /// <inheritdoc/>
    internal override void Fill(Node model, GateResult result)
    {
        model["model"] = Model(result.Model);
        model["baseline"] = result.Baseline is null ? null : Model(result.Baseline);
    }

    private static Node Model(ModelFacts model) => new(
        ("kind", Phrases.Spaced(model.Kind)),
        ("facts", Node.Terms([
            ("Kind", Phrases.Spaced(model.Kind)),
            ("Source", model.Source),
            ("Threshold", model.Threshold is { } threshold ? NumberText.Bound(threshold) : null),
            .. model.Facts.Select(fact => (fact.Name, (string?)fact.Text))])),
        ("parameters", Node.Terms([.. model.Parameters.Select(parameter => (parameter.Name, (string?)parameter.Text))])),
        ("features", model.Features.ToList()),
        ("feature_count", NumberText.Count(model.Features.Count)));
}
