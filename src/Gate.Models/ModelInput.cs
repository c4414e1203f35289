namespace Gate.Models;

/// <summary>How a raw column enters a model.</summary>
public enum InputKind
{
    /// <summary>A number; also booleans (0 and 1), dates and timestamps.</summary>
    Number,

    /// <summary>A category.</summary>
    Category,
}

/// <summary>What training learned about one raw column that a model reads: what an explainer may vary, and within which limits.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Kind">How it enters the model.</param>
/// <param name="Categories">The categories that occur in training, in the column's order; empty for a number.</param>
/// <param name="HasMissing">Whether a value was missing in training; a missing category is then a level of its own, the last.</param>
/// <param name="Dropped">Why the column tells the model nothing (<c>constant</c>, <c>all missing</c>), or null when it is used.</param>
/// <param name="Min">The smallest number in training; NaN for a category and for a column without any number.</param>
/// <param name="Max">The largest number in training; NaN likewise.</param>
public sealed record ModelInput(string Name, InputKind Kind, IReadOnlyList<string> Categories, bool HasMissing, string? Dropped,
    double Min = double.NaN, double Max = double.NaN)
{
    /// <summary>How many levels a category has, the one of missing values included; 0 for a number.</summary>
    public int Levels => Kind == InputKind.Number ? 0 : Categories.Count + (HasMissing ? 1 : 0);

    /// <summary>What a level of a category is called.</summary>
    /// <param name="level">From 0 to <see cref="Levels"/> - 1.</param>
    public string LevelName(int level) => level < Categories.Count ? Categories[level] : "(missing)";
}
