namespace Gate.Policy.Document;

/// <summary>How rows are split into training and test: either a share or a column.</summary>
/// <param name="Test">The share of the test part; null when <paramref name="Column"/> is given.</param>
/// <param name="Seed">The seed of the shuffle.</param>
/// <param name="Stratify">Columns to stratify on.</param>
/// <param name="Column">A column that says <c>train</c> or <c>test</c>, or null. It is no feature.</param>
public sealed record SplitSpec(double? Test, ulong Seed, IReadOnlyList<string> Stratify, string? Column);
