using Gate.Evaluation.Results;
using Gate.Reporting.Templating;

namespace Gate.Reporting.Sections.Confusion;

/// <summary>The confusion matrix.</summary>
internal sealed class ConfusionSection : ReportSection
{
    /// <inheritdoc/>
    internal override string Name => "confusion";

    /// <inheritdoc/>
    internal override string Title(GateResult result) => "Confusion matrix";

    /// <inheritdoc/>
    internal override bool Has(GateResult result) => result.Confusion is not null;

    /// <inheritdoc/>
    internal override void Fill(Node model, GateResult result)
    {
        ConfusionFacts confusion = result.Confusion!;
        model["confusion"] = new Node(
            ("classes", confusion.Classes.ToList()),
            ("size", NumberText.Exact(confusion.Classes.Count)),
            ("small", confusion.Classes.Count <= 4),
            ("rows", confusion.Classes.Zip(confusion.Counts, (name, counts) => new Node(
                ("name", name),
                ("counts", counts.Select(NumberText.Count).ToList()),
                ("total", NumberText.Count(counts.Sum())))).ToList()));
    }
}
