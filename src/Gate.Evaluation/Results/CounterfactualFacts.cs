namespace Gate.Evaluation.Results;

/// <summary>What would have to be otherwise for the decision to flip.</summary>
/// <param name="Immutable">Columns of the model that may not change: those that the policy names, and the sensitive ones.</param>
/// <param name="Rows">From the middle of all test rows and of groups, which no row of the data need be.</param>
public sealed record CounterfactualFacts(IReadOnlyList<string> Immutable, IReadOnlyList<CounterfactualFact> Rows)
{
    /// <summary>Columns whose new values the policy bounds, with the values that are allowed; empty in results of versions that did not
    /// tell
    /// it.</summary>
    public IReadOnlyList<NamedText> Allowed { get; init => field = value ?? []; } = [];
}

/// <summary>The nearest change from one row.</summary>
/// <param name="Name">What the row is the middle of.</param>
/// <param name="Rows">Of how many rows.</param>
/// <param name="Score">Its score.</param>
/// <param name="Decision">The class that is said of it.</param>
/// <param name="NewScore">The score after the change; null where none of up to three columns flips the decision.</param>
/// <param name="NewDecision">The class that is then said; null likewise.</param>
/// <param name="Changes">What is changed; empty where nothing flips it.</param>
public sealed record CounterfactualFact(string Name, long Rows, double Score, string Decision, double? NewScore, string? NewDecision,
    IReadOnlyList<ChangeFact> Changes);

/// <summary>One changed value.</summary>
/// <param name="Feature">The column.</param>
/// <param name="From">Its value, in words.</param>
/// <param name="To">The new value, one that test rows have.</param>
public sealed record ChangeFact(string Feature, string From, string To);
