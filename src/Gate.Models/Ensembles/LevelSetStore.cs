namespace Gate.Models.Ensembles;

/// <summary>Makes the sets of one file. A few bytes of a file can name a level of many millions; what all sets take together is
/// limited.</summary>
internal sealed class LevelSetStore
{
    private const long MostWords = 1 << 24;

    private long words;

    /// <summary>A set by its levels, none of them negative.</summary>
    /// <exception cref="ModelException">The sets are too large.</exception>
    public LevelSet Of(ReadOnlySpan<int> levels)
    {
        int largest = -1;
        foreach (int level in levels) largest = Math.Max(largest, level);
        var bits = new uint[Reserve((largest + 1L + 31) / 32)];
        foreach (int level in levels) bits[level >> 5] |= 1u << (level & 31);
        return new LevelSet(bits);
    }

    private long Reserve(long count)
    {
        words += count;
        return words <= MostWords ? count : throw new ModelException("the sets of levels of its categories take more than "
            + $"{MostWords / 256 / 1024} MB; categories with fewer levels, or codes that start at 0, make them small");
    }
}
