using System.Numerics;

namespace Gate.Models;

/// <summary>A set of levels of a category, as bits.</summary>
public sealed class LevelSet
{
    private readonly uint[] words;

    /// <summary>A set by its bits: level 32 i + j is bit j of word i.</summary>
    /// <param name="words">The bits; words of zeros at the end may be left out.</param>
    public LevelSet(ReadOnlySpan<uint> words)
    {
        int length = words.LastIndexOfAnyExcept(0u) + 1;
        this.words = words[..length].ToArray();
    }

    /// <summary>The levels, in ascending order.</summary>
    public IEnumerable<int> Levels => Enumerable.Range(0, words.Length * 32).Where(Contains);

    /// <summary>How many levels it has.</summary>
    public int Count => words.Sum(BitOperations.PopCount);

    internal ReadOnlySpan<uint> Words => words;

    /// <summary>Whether a level belongs to it; false for any number that is no level.</summary>
    /// <param name="level">The level.</param>
    public bool Contains(int level) => level >= 0 && level >> 5 < words.Length && (words[level >> 5] >> (level & 31) & 1) != 0;
}
