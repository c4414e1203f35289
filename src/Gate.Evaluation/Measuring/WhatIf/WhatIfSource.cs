using Gate.Data;
using Gate.Evaluation.Measuring.Attributions;
using Gate.Evaluation.Results;
using Gate.Explain.Compact;
using Gate.Models;
using Gate.Policy.Document;
using Gate.Policy.Vocabulary;

namespace Gate.Evaluation.Measuring.WhatIf;

/// <summary>The candidate in the report, for readers who change a value and see what it says. No condition asks for it; the policy has to
/// let the model into the report.</summary>
internal sealed class WhatIfSource : IEvidenceSource
{
    // A page of one million bytes has room for about as many.
    private const int MostNodes = 8_000;

    public IReadOnlyList<MetricWord> Words => [];

    public Evidence Measure(ConditionSpec condition, RunContext run) =>
        throw new NotSupportedException($"no condition asks for '{condition.Metric}'");

    public GateResult Report(GateResult result, RunContext run)
    {
        if (!run.Inputs.Policy.Report.WhatIf) return result;
        GateResult Without(string reason) => result with { Notes = [.. result.Notes, $"The report has no what-if: {reason}."] };
        if (run.Candidate.Explained is not { } model) return Without("there are predictions and no model");
        if (run.Data.Test.RowCount == 0 || model.Features.Count == 0) return Without("there is no column or no row to start from");
        run.Progress.Begin("preparing what-if");
        Table background = ExplainedModel.BackgroundOf(run, model.Features);
        if (model is IHoldsTrees holds)
        {
            (ITreeModel? trees, string? lost) = holds.TreesFor(background, run.Cancel);
            if (lost is not null) return Without($"its trees were not read: {lost}");
            model = trees ?? model;
        }
        (CompactModel? compact, string? reason) = CompactModel.Of(model, background);
        if (compact is null) return Without(reason!);
        if (compact.Terms.Count == 0 && compact.Trees.All(tree => tree.Feature.Length == 1))
            return Without("no column changes what the model says");
        if (compact.Nodes > MostNodes)
            return Without($"the model has {NumberText.Count(compact.Nodes)} nodes, and a page takes up to {NumberText.Count(MostNodes)}");
        return result with { WhatIf = WhatIfFactsBuilder.Build(run, model, compact, background) };
    }
}
