namespace Gate.Policy.Vocabulary;

/// <summary>A learner's parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type"><c>integer</c>, <c>number</c>, <c>boolean</c> or <c>choice</c>.</param>
/// <param name="Default">Its default, or null.</param>
/// <param name="Description">What it does.</param>
/// <param name="Min">The smallest value, or null.</param>
/// <param name="Max">The largest value, or null.</param>
/// <param name="Choices">The choices, or null.</param>
/// <param name="Nullable">Whether null is a value.</param>
public sealed record ParameterWord(string Name, string Type, object? Default, string Description, double? Min, double? Max,
    IReadOnlyList<string>? Choices, bool Nullable);
