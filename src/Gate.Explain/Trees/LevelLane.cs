using Gate.Models;

namespace Gate.Explain.Trees;

/// <summary>A category as the levels that nodes ask for.</summary>
/// <param name="Feature">The feature.</param>
internal sealed record LevelLane(int Feature)
{
    /// <summary>The level of a missing value; that of a code that can be in no set is <see cref="TreeInputs.NoLevel"/>.</summary>
    public const int Missing = -2;

    /// <summary>Writes the levels of some codes.</summary>
    public static void Encode(ReadOnlySpan<double> values, InputRule inputs, Span<int> levels)
    {
        for (int row = 0; row < values.Length; row++)
            levels[row] = double.IsNaN(values[row]) ? Missing : TreeInputs.Level(values[row], inputs);
    }
}
