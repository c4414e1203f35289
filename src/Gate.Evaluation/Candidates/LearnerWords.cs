using Gate.Evaluation.Inputs;
using Gate.Models;
using Gate.Policy.Vocabulary;

namespace Gate.Evaluation.Candidates;

/// <summary>The words that learners lend to the policy language.</summary>
internal static class LearnerWords
{
    /// <summary>All learners, in the order of the documentation.</summary>
    public static IReadOnlyList<AlgorithmWord> All { get; } = [.. Learners.All.Select(Word)];

    /// <summary>The metrics that a search over them can be decided by.</summary>
    public static IReadOnlyList<SearchWord> SearchMetrics { get; } = [.. Searching.SearchMetrics.Names.Select(name =>
        new SearchWord(name, [.. MetricCatalogue.Find(name)!.Tasks.Select(task => task.ToPolicyTask())]))];

    private static AlgorithmWord Word(LearnerInfo learner) => new(
        learner.Name, learner.Description, [.. learner.Tasks.Select(task => task.ToPolicyTask())],
        [.. learner.Parameters.Select(p => new ParameterWord(p.Name, Word(p.Type), p.Default, p.Description, p.Min, p.Max, p.Choices,
            p.Nullable) { Aliases = p.Aliases, Named = p.Names == ParameterNames.Classes ? "class" : "column" })]);

    private static string Word(ParameterType type) => type switch
    {
        ParameterType.Integer => "integer",
        ParameterType.Number => "number",
        ParameterType.Boolean => "boolean",
        ParameterType.NumbersByName => "numbers by name",
        ParameterType.NameLists => "name lists",
        _ => "choice",
    };
}
