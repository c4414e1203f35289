namespace Gate.Data;

/// <summary>A value that a file writes in several ways, which reading made one: <c>01</c> and <c>1</c>, <c>1.0</c> and <c>1</c>,
/// <c>True</c> and <c>true</c>.</summary>
/// <param name="Spellings">The ways, each with its number of rows; two or more.</param>
public sealed record MergedValue(IReadOnlyList<KeyValuePair<string, long>> Spellings);
