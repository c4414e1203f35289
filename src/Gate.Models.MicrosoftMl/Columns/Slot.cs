namespace Gate.Models.MicrosoftMl.Columns;

/// <summary>What a number of the vector of features is.</summary>
internal enum SlotKind
{
    /// <summary>The number of a column that has no missing one.</summary>
    Number,

    /// <summary>The number, and one below all others where it is missing: splits send it to the left.</summary>
    MissingIsLow,

    /// <summary>The number, and one above all others where it is missing: splits send it to the right.</summary>
    MissingIsHigh,

    /// <summary>1 at a level of a category, else 0.</summary>
    Level,

    /// <summary>The rank of a category's level.</summary>
    Rank,
}

/// <summary>One number of the vector of features that Microsoft.ML trains on.</summary>
/// <param name="Input">The index of the column.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Level">The level of a category; the number after the last for a missing one.</param>
internal readonly record struct Slot(int Input, SlotKind Kind, int Level = -1);
