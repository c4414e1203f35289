using Gate.Evaluation.Measuring;
using Gate.Evaluation.Measuring.Attributions;
using Gate.Evaluation.Measuring.Counterfactuals;
using Gate.Evaluation.Measuring.Dependence;
using Gate.Evaluation.Measuring.Drift;
using Gate.Evaluation.Measuring.Errors;
using Gate.Evaluation.Measuring.Explanations;
using Gate.Evaluation.Measuring.Frames;
using Gate.Evaluation.Measuring.Operations;
using Gate.Evaluation.Measuring.Proxies;
using Gate.Evaluation.Measuring.Rows;
using Gate.Evaluation.Measuring.Surrogates;
using Gate.Evaluation.Measuring.WhatIf;

namespace Gate.Evaluation;

/// <summary>All kinds of evidence that a condition can ask for. Adding one is one folder below <c>Measuring</c> and one line
/// here.</summary>
internal static class EvidenceSources
{
    /// <summary>In the order of the documentation and of the result's facts.</summary>
    public static IReadOnlyList<IEvidenceSource> All { get; } = [new FrameSource(), new ImportanceSource(), new AttributionSource(),
        new RowSource(), new ProxySource(), new ErrorSource(), new DependenceSource(),
        new SurrogateSource(), new WhatIfSource(),
        new CounterfactualSource(), new DriftSource(), new OperationsSource()];

    /// <summary>The source that a condition's metric belongs to; a name goes before an alias, as the policy language reads them.</summary>
    /// <param name="word">The metric as a checked policy names it.</param>
    public static IEvidenceSource Of(string word) =>
        All.FirstOrDefault(source => source.Words.Any(own => own.Name == word))
            ?? All.First(source => source.Words.Any(own => own.Aliases.Contains(word)));
}
