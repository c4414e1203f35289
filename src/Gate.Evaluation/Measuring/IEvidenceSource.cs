using Gate.Evaluation.Results;
using Gate.Policy.Document;
using Gate.Policy.Vocabulary;

namespace Gate.Evaluation.Measuring;

/// <summary>
/// One kind of evidence that conditions can ask for: its words in the policy, its measurement with an interval and the sentence about it,
/// and its facts for the report. A new kind is one folder beside this file and one line in <see cref="EvidenceSources"/>.
/// </summary>
internal interface IEvidenceSource
{
    /// <summary>The words that it lends to the policy language, for <c>metric:</c>.</summary>
    IReadOnlyList<MetricWord> Words { get; }

    /// <summary>Makes what conditions of any source may read, before the first is judged; by default there is nothing to make.</summary>
    /// <param name="run">What there is to measure.</param>
    void Prepare(RunContext run)
    {
    }

    /// <summary>Measures what a condition asks for. What cannot be measured is undefined with its reason, never an exception.</summary>
    /// <param name="condition">A condition whose metric is one of the words, checked against them.</param>
    /// <param name="run">What there is to measure.</param>
    Evidence Measure(ConditionSpec condition, RunContext run);

    /// <summary>Why the number of rows tells nothing about what can be decided; null where a plan by rows makes sense.</summary>
    /// <param name="condition">A condition whose metric is one of the words.</param>
    string? Unplannable(ConditionSpec condition) => null;

    /// <summary>Adds its facts to a result, whether a condition asked for them or not; by default there are none.</summary>
    /// <param name="result">The result so far.</param>
    /// <param name="run">What there is to measure.</param>
    GateResult Report(GateResult result, RunContext run) => result;
}
