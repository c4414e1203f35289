using Gate.Evaluation.Results;
using Gate.Reporting.Templating;

namespace Gate.Reporting.Sections.Classes;

/// <summary>How well each class is predicted.</summary>
internal sealed class ClassesSection : ReportSection
{
    /// <inheritdoc/>
    internal override string Name => "classes";

    /// <inheritdoc/>
    internal override string Title(GateResult result) => "Classes";

    /// <inheritdoc/>
    internal override bool Has(GateResult result) => result.PerClass is not null;

    /// <inheritdoc/>
    internal override void Fill(Node model, GateResult result) => model["classes"] = new Node(
        ("rows", result.PerClass!.Classes.Select(fact => new Node(
            ("name", fact.Name),
            ("support", NumberText.Count(fact.Support)),
            ("predicted", NumberText.Count(fact.Predicted)),
            ("precision", Measured(fact.Precision)),
            ("recall", Measured(fact.Recall)),
            ("f1", Measured(fact.F1)))).ToList()),
        ("averages", result.PerClass.Averages.Select(average => new Node(
            ("name", average.Name == "macro" ? "Mean over classes" : "Mean weighted by rows"),
            ("precision", NumberText.Estimate(average.Precision)),
            ("recall", NumberText.Estimate(average.Recall)),
            ("f1", NumberText.Estimate(average.F1)))).ToList()));

    private static Node Measured(MeasuredFact fact) => new(
        ("estimate", NumberText.Estimate(fact.Estimate, fact.Interval)),
        ("interval", fact.Interval is null ? fact.Undefined : NumberText.Interval(fact.Estimate, fact.Interval)));
}
