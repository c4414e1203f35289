namespace Gate.Models.Features;

/// <summary>How a raw column enters a model.</summary>
internal enum FeatureKind
{
    /// <summary>A number; also booleans (0 and 1), dates and timestamps.</summary>
    Number,

    /// <summary>A category.</summary>
    Category,
}

/// <summary>What training learned about one raw column.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Kind">How it enters the model.</param>
/// <param name="Categories">The categories that occur in training, in the column's order; empty for a number.</param>
/// <param name="HasMissing">Whether a value was missing in training; a missing category is then a level of its own, the last.</param>
/// <param name="Dropped">Why the column tells the model nothing, or null when it is used.</param>
internal sealed record FeatureInfo(string Name, FeatureKind Kind, string[] Categories, bool HasMissing, string? Dropped)
{
    /// <summary>How many levels a category has, the one of missing values included.</summary>
    public int Levels => Categories.Length + (HasMissing ? 1 : 0);

    /// <summary>What a level is called.</summary>
    public string LevelName(int level) => level < Categories.Length ? Categories[level] : "(missing)";
}

/// <summary>The values of one column as a model sees them; exactly one of the arrays is there.</summary>
/// <param name="Numbers">Numbers, NaN where missing.</param>
/// <param name="Levels">Levels of a category, -1 for one that did not occur in training.</param>
internal readonly record struct FeatureValues(double[]? Numbers, int[]? Levels);
