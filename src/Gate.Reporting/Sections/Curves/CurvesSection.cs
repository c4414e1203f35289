using Gate.Evaluation.Results;
using Gate.Reporting.Templating;

namespace Gate.Reporting.Sections.Curves;

/// <summary>ROC, precision-recall, calibration and scores: drawn by the app alone.</summary>
internal sealed class CurvesSection : ReportSection
{
    /// <inheritdoc/>
    internal override string Name => "curves";

    /// <inheritdoc/>
    internal override string Title(GateResult result) => result.Data.Positive is null ? "Predictions" : "Curves";

    /// <inheritdoc/>
    internal override bool Has(GateResult result) => result.Curves is not null;

    /// <inheritdoc/>
    internal override bool NeedsApp => true;

    /// <inheritdoc/>
    internal override void Fill(Node model, GateResult result) =>
        model["curves"] = new Node(("title", result.Data.Positive is null ? "Predicted values" : "Curves and scores"));
}
