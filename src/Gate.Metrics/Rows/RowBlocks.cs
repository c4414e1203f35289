using Gate.Metrics.Sampling;

namespace Gate.Metrics.Rows;

/// <summary>
/// Rows of large groups, put into blocks at random; a bootstrap replicate draws blocks instead of rows. Rows are a random sample, so blocks
/// of rows that are chosen at random are one too, and resampling them spreads as resampling rows does: of a mean, variance and skewness are
/// the same in expectation. The variance is estimated from as many numbers as there are blocks, so a width is off by 1/√(2 · blocks), 0.8 %
/// of it for <see cref="Most"/>: a sixth of what 200 replicates leave to chance.
/// </summary>
/// <param name="Block">The block of each row, rows ordered by group; blocks are numbered by group.</param>
/// <param name="Start">Where each group's blocks start; one more than there are groups.</param>
internal sealed record RowBlocks(int[] Block, int[] Start)
{
    /// <summary>The most blocks of a group.</summary>
    public const int Most = 1 << 13;

    /// <summary>Groups of more rows than this are put into blocks, so that a block has at least two rows.</summary>
    public const int ManyRows = 2 * Most;

    private const ulong Purpose = 4;

    /// <summary>Blocks for rows ordered by group; null where no group has many rows.</summary>
    /// <param name="rows">Where each group's rows start; one more than there are groups.</param>
    /// <param name="seed">The seed; the same seed makes the same blocks.</param>
    public static RowBlocks? Of(int[] rows, ulong seed)
    {
        int groups = rows.Length - 1;
        var start = new int[groups + 1];
        for (int g = 0; g < groups; g++)
        {
            int own = rows[g + 1] - rows[g];
            start[g + 1] = start[g] + (own > ManyRows ? Most : own);
        }
        if (start[groups] == rows[groups]) return null;
        var of = new int[rows[groups]];
        for (int g = 0; g < groups; g++)
        {
            Span<int> own = of.AsSpan(rows[g], rows[g + 1] - rows[g]);
            int blocks = start[g + 1] - start[g];
            for (int i = 0, b = 0; i < own.Length; i++, b = b + 1 == blocks ? 0 : b + 1) own[i] = start[g] + b;
            if (blocks < own.Length) Shuffle(own, new CounterRandom(seed, Purpose, (ulong)g));
        }
        return new RowBlocks(of, start);
    }

    // Which rows share a block must not depend on their order: rows of files are often sorted by time or by class.
    private static void Shuffle(Span<int> numbers, CounterRandom random)
    {
        for (int i = numbers.Length - 1; i > 0; i--)
        {
            int other = random.NextIndex(i + 1);
            (numbers[i], numbers[other]) = (numbers[other], numbers[i]);
        }
    }
}
