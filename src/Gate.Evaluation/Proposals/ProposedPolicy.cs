namespace Gate.Evaluation.Proposals;

/// <summary>A first policy, and what one should know who signs it.</summary>
/// <param name="Yaml">The policy's text.</param>
/// <param name="Guesses">What was guessed, each with its reason; the text marks it as <c>a guess</c>.</param>
/// <param name="FirstRun">What a first run found.</param>
public sealed record ProposedPolicy(string Yaml, IReadOnlyList<Guess> Guesses, FirstRunFacts FirstRun);

/// <summary>What a first run found.</summary>
/// <param name="Today">How it stands to each bound; empty where none could be made.</param>
/// <param name="Notes">Its notes, such as what was probably misread.</param>
/// <param name="Stopped">Why there is no first run, or null.</param>
public sealed record FirstRunFacts(IReadOnlyList<Standing> Today, IReadOnlyList<string> Notes, string? Stopped);

/// <summary>A guess.</summary>
/// <param name="Key">What in the policy: <c>label</c>.</param>
/// <param name="Value">What was taken: the name of a column, a class or a word.</param>
/// <param name="Reason">Why.</param>
public sealed record Guess(string Key, string Value, string Reason);

/// <summary>How the first run stands to a bound.</summary>
/// <param name="Condition">The condition's id.</param>
/// <param name="Word"><c>passes</c>, <c>fails</c>, <c>inconclusive</c> or <c>not defined</c>.</param>
/// <param name="Value">The value with its interval, or why there is none.</param>
/// <param name="Bound">The bound, in words.</param>
public sealed record Standing(string Condition, string Word, string Value, string Bound)
{
    internal const string Undefined = "not defined";

    /// <summary>Whether the policy judges it: what is not defined today it only reports.</summary>
    public bool IsJudged => Word != Undefined;
}
