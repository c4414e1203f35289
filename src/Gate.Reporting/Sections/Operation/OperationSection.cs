using Gate.Evaluation.Results;
using Gate.Reporting.Templating;
using Gate.Reporting.Text;
using static Gate.Reporting.Text.MarkdownParts;

namespace Gate.Reporting.Sections.Operation;

/// <summary>What the candidate costs to run.</summary>
internal sealed class OperationSection : ReportSection
{
    /// <inheritdoc/>
    internal override string Name => "operation";

    /// <inheritdoc/>
    internal override string Title(GateResult result) => "Operation";

    /// <inheritdoc/>
    internal override bool Has(GateResult result) => result.Run?.Operational is not null;

    /// <inheritdoc/>
    internal override void Fill(Node model, GateResult result) =>
        model["operation"] = Node.Terms(Facts(result.Run!.Operational!));

    /// <inheritdoc/>
    internal override IEnumerable<string> Markdown(GateResult result) => Has(result)
        ? [Folded("Operation", Terms(Facts(result.Run!.Operational!)))] : [];

    private static IEnumerable<(string Name, string? Text)> Facts(OperationalFacts facts) =>
    [
        ("Scoring one row", facts.ScoreSecondsPerRow is { } score
            ? $"{Phrases.Duration(score)}, on average over {NumberText.Count(facts.Rows)} rows" : null),
        ("Training", facts.TrainingSeconds is { } training ? Phrases.Duration(training) : null),
        ("Size of the model", facts.ModelBytes is { } bytes ? Phrases.Bytes(bytes) : null),
    ];
}
