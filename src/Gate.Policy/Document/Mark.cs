namespace Gate.Policy.Document;

/// <summary>A place in the policy file, counted from 1.</summary>
/// <param name="Line">The line.</param>
/// <param name="Column">The column.</param>
public readonly record struct Mark(int Line, int Column);
