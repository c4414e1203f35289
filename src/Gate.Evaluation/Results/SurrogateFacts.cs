namespace Gate.Evaluation.Results;

/// <summary>A small tree that was taught to say what the candidate says.</summary>
/// <param name="MaxDepth">How many questions it asks in a row at the most.</param>
/// <param name="LearnedRows">From how many training rows it learned.</param>
/// <param name="Rows">On how many test rows both are compared.</param>
/// <param name="Fidelity">The coefficient of determination of what both say; null where it is undefined.</param>
/// <param name="Interval">Its interval; null without one.</param>
/// <param name="Groups">The same in each group above the evidence floor.</param>
/// <param name="Tree">The tree.</param>
public sealed record SurrogateFacts(int MaxDepth, long LearnedRows, long Rows, double? Fidelity, IntervalFact? Interval,
    IReadOnlyList<SurrogateGroupFact> Groups, SurrogateNodeFact Tree)
{
    /// <summary>Surrogates of other kinds, of which there is the fidelity alone; empty in results of versions that did not tell
    /// it.</summary>
    public IReadOnlyList<OtherSurrogateFacts> Others { get; init => field = value ?? []; } = [];

    /// <summary>Of several classes the one whose tree this is, the worst of them; null where the model gives one number.</summary>
    public string? Class { get; init; }

    /// <summary>The fidelity of each class's own tree; empty where the model gives one number, and in results of versions that did not tell
    /// it.</summary>
    public IReadOnlyList<ClassSurrogateFacts> Classes { get; init => field = value ?? []; } = [];
}

/// <summary>How well the tree of a class says what the candidate says of it.</summary>
/// <param name="Class">The class.</param>
/// <param name="LearnedRows">From how many training rows it learned.</param>
/// <param name="Fidelity">The coefficient of determination of what both say; null where it is undefined.</param>
/// <param name="Interval">Its interval; null without one.</param>
public sealed record ClassSurrogateFacts(string Class, long LearnedRows, double? Fidelity, IntervalFact? Interval);

/// <summary>How well a surrogate of another kind says what the candidate says of test rows.</summary>
/// <param name="Metric">The metric of its fidelity, as conditions name it.</param>
/// <param name="What">What it is, with its article.</param>
/// <param name="Fidelity">The coefficient of determination of its answers and the candidate's; null where that is undefined.</param>
/// <param name="Interval">Its interval; null without one.</param>
/// <param name="Groups">The same by group above the evidence floor.</param>
public sealed record OtherSurrogateFacts(string Metric, string What, double? Fidelity, IntervalFact? Interval,
    IReadOnlyList<SurrogateGroupFact> Groups);

/// <summary>How well the surrogate says what the candidate says of one group.</summary>
/// <param name="By">The sensitive column.</param>
/// <param name="Group">The group.</param>
/// <param name="Rows">Its test rows.</param>
/// <param name="Fidelity">The coefficient of determination; null where it is undefined.</param>
/// <param name="Interval">Its interval; null without one.</param>
public sealed record SurrogateGroupFact(string By, string Group, long Rows, double? Fidelity, IntervalFact? Interval);

/// <summary>A node of the surrogate.</summary>
/// <param name="Text">The answer that leads to it.</param>
/// <param name="Rows">Its training rows.</param>
/// <param name="Value">The mean of what the candidate says of them.</param>
/// <param name="Children">The two sides of its question; empty for a leaf.</param>
public sealed record SurrogateNodeFact(string Text, long Rows, double Value, IReadOnlyList<SurrogateNodeFact> Children);
