using Gate.Policy.Vocabulary;

using Gate.Evaluation.Candidates;

namespace Gate.Evaluation;

/// <summary>The words that sources of evidence and learners lend to the policy language.</summary>
public static class Vocabulary
{
    /// <summary>All words of all sources of evidence, all learners and forms of a model.</summary>
    public static PolicyVocabulary Current { get; } = new([.. EvidenceSources.All.SelectMany(source => source.Words)], LearnerWords.All,
        [.. CandidateForms.All.Select(form => form.Key)]);
}
