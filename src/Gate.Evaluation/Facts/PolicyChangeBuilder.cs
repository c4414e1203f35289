using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Evaluation.Facts;

/// <summary>What the result says of a policy that is to take the place of the one that judges.</summary>
internal static class PolicyChangeBuilder
{
    public static PolicyChangeFacts? Build(RunInputs inputs) => inputs.Proposed is not { } proposed ? null
        : new(proposed.Path.Replace('\\', '/'), Word(inputs.Policy.Loosening), [.. proposed.Changes.Select(Fact)]);

    private static PolicyChangeFact Fact(PolicyChange change) => new(change.Path, change.Effect.ToString().ToLowerInvariant(),
        change.Reason, change.IsOfCandidate, Words(change.Before), Words(change.After));

    private static PolicyWordsFact? Words(PolicyWords? words) => words is null ? null : new(words.At.Line, words.Text, words.Source)
        { File = words.At.File };

    private static string Word(LooseningSpec loosening) => loosening switch
    {
        LooseningSpec.Forbid => "forbid",
        LooseningSpec.Allow => "allow",
        _ => "warn",
    };
}
