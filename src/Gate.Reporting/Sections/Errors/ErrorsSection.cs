using Gate.Evaluation.Results;
using Gate.Reporting.Templating;

namespace Gate.Reporting.Sections.Errors;

/// <summary>Predicted against true numbers of a regression, and its residuals by group.</summary>
internal sealed class ErrorsSection : ReportSection
{
    /// <inheritdoc/>
    internal override string Name => "errors";

    /// <inheritdoc/>
    internal override string Title(GateResult result) => "Errors";

    /// <inheritdoc/>
    internal override bool Has(GateResult result) => result.Errors is not null;

    /// <inheritdoc/>
    internal override void Fill(Node model, GateResult result)
    {
        ErrorFacts errors = result.Errors!;
        model["errors"] = new Node(
            ("label", result.Data.Label),
            ("rows", new[] { Row("", errors.Overall) }
                .Concat(errors.Groups.SelectMany(groups => groups.Groups.Select(group => Row(groups.By + " = ", group)))).ToList()));
    }

    private static Node Row(string column, ResidualFact fact) => new(
        ("label", column + fact.Label),
        ("count", NumberText.Count(fact.Count)),
        ("numbers", new[] { fact.Mean, fact.Q05, fact.Q25, fact.Median, fact.Q75, fact.Q95 }
            .Select(number => NumberText.Estimate(number)).ToList()));
}
