namespace Gate.Policy.Document;

/// <summary>A place in the policy file, counted from 1.</summary>
/// <param name="Line">The line.</param>
/// <param name="Column">The column.</param>
public readonly record struct Mark(int Line, int Column)
{
    /// <summary>The file, as messages show it, where that is not the policy itself but one that it extends or whose candidate is judged;
    /// null for the policy itself.</summary>
    public string? File { get; init; }
}
