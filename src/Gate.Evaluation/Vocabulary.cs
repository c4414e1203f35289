using Gate.Models;
using Gate.Models.Catalogue;
using Gate.Policy.Forms;
using Gate.Policy.Vocabulary;

namespace Gate.Evaluation;

/// <summary>The words that sources of evidence and learners lend to the policy language.</summary>
public static class Vocabulary
{
    private static readonly AlgorithmWord[] Algorithms = [.. LearnerCatalogue.All.Select(Word)];

    /// <summary>All words of all sources of evidence, all learners and forms of a model.</summary>
    public static PolicyVocabulary Current { get; } = new([.. EvidenceSources.All.SelectMany(source => source.Words)], Algorithms,
        [TrainForm.Of(Algorithms), PredictionsForm.Form]);

    private static AlgorithmWord Word(LearnerInfo learner) => new(
        learner.Name, learner.Description, [.. learner.Tasks.Select(task => task.ToPolicyTask())],
        [.. learner.Parameters.Select(p => new ParameterWord(p.Name, Word(p.Type), p.Default, p.Description, p.Min, p.Max, p.Choices,
            p.Nullable))]);

    private static string Word(ParameterType type) => type switch
    {
        ParameterType.Integer => "integer",
        ParameterType.Number => "number",
        ParameterType.Boolean => "boolean",
        _ => "choice",
    };
}
