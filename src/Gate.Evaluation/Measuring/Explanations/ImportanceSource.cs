using Gate.Evaluation.Results;
using Gate.Policy.Document;
using Gate.Policy.Vocabulary;

namespace Gate.Evaluation.Measuring.Explanations;

/// <summary>Permutation importance. No condition asks for it yet; it stands in the report.</summary>
internal sealed class ImportanceSource : IEvidenceSource
{
    public IReadOnlyList<MetricWord> Words => [];

    public void Prepare(RunContext run) => Of(run);

    public Evidence Measure(ConditionSpec condition, RunContext run) =>
        throw new NotSupportedException($"no condition asks for '{condition.Metric}'");

    public GateResult Report(GateResult result, RunContext run) => Of(run).Facts is not { } facts ? result : result with
    {
        Importance = facts,
        Notes = facts.Rows == run.Data.Test.RowCount || run.Inputs.Policy.Explain?.MaxRows is not null ? result.Notes
            : [.. result.Notes, $"Feature importance was measured on {NumberText.Count(facts.Rows)} of "
                + $"{NumberText.Count(run.Data.Test.RowCount)} test rows, evenly spaced, to bound its "
                + "time; explain.max_rows sets another number."],
    };

    private static Importance Of(RunContext run) => run.Once(run => new Importance(ImportanceFactsBuilder.Build(run)));

    /// <summary>What was found; null facts where it was switched off or the model cannot be called.</summary>
    private sealed record Importance(ImportanceFacts? Facts);
}
