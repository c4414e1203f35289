using Gate.Metrics.Rows;
using Gate.Metrics.Sampling;

namespace Gate.Metrics.Resampling;

/// <summary>
/// Bootstrap replicates of rows: within each group as many rows as it has are drawn with replacement. Drawn once and shared by all metrics
/// and both models; where they would not fit in memory they are drawn again for each metric, from the same numbers. Rows of large groups
/// are drawn in blocks.
/// </summary>
internal sealed class RowBootstrap
{
    public const string Method = "row_bootstrap";

    /// <summary>How many row visits one metric's replicates may cost before their number is lowered.</summary>
    internal const long VisitBudget = 16_500_000;

    /// <summary>The fewest replicates, whatever they cost (or what the options ask for, if that is less).</summary>
    internal const int FewestReplicates = 200;

    private const ulong Purpose = 2;
    private const long MostKeptBytes = 1L << 26;

    // Up to here half of a random number is fine enough to draw one of as many rows: no row is more likely than another by more than one in
    // 4,096.
    private const int RowsPerHalf = 1 << 20;

    // Below this many rows a pattern, drawing row by row is faster than a binomial a pattern.
    internal const int RowsPerBinomial = 24;

    private readonly RowPatterns patterns;
    private readonly FrameOptions options;
    private readonly CancellationToken cancel;
    private byte[]? keptBytes;
    private float[]? kept;

    public RowBootstrap(RowPatterns patterns, FrameOptions options, CancellationToken cancel)
    {
        (this.patterns, this.options, this.cancel) = (patterns, options, cancel);
        long affordable = Math.Max(FewestReplicates, VisitBudget / Math.Max(1, patterns.Length));
        Replicates = (int)Math.Min(options.Replicates, affordable);
    }

    public int Replicates { get; }

    /// <summary>Calls <paramref name="work"/> with each replicate: how often it drew each pattern, or each block of
    /// them.</summary>
    public void ForEach<TScratch>(Func<TScratch> scratch, Action<int, ReadOnlyMemory<float>, TScratch> work)
    {
        int length = patterns.DrawnLength;
        long numbers = (long)length * Replicates;
        // A single row is not drawn more than 255 times, so that a byte holds the number.
        if (patterns.Members is null && numbers <= MostKeptBytes)
        {
            keptBytes ??= DrawBytes();
            Workers.For(Replicates, options.Threads, () => (Own: scratch(), Drawn: new float[length]), (r, own) =>
            {
                ByteNumbers.ToSingle(keptBytes.AsSpan(r * length, length), own.Drawn);
                work(r, own.Drawn, own.Own);
            }, cancel);
        }
        else if (patterns.Members is not null && numbers <= MostKeptBytes / sizeof(float))
        {
            kept ??= DrawAll();
            Workers.For(Replicates, options.Threads, scratch, (r, own) => work(r, kept.AsMemory(r * length, length), own), cancel);
        }
        else
        {
            Workers.For(Replicates, options.Threads, () => (Own: scratch(), Drawn: new float[length]), (r, own) =>
            {
                Draw(r, own.Drawn);
                work(r, own.Drawn, own.Own);
            }, cancel);
        }
    }

    private byte[] DrawBytes()
    {
        int length = patterns.DrawnLength;
        var all = new byte[length * Replicates];
        Workers.For(Replicates, options.Threads, static () => 0, (r, _) =>
        {
            var random = new CounterRandom(options.Seed, Purpose, (ulong)r);
            for (int g = 0; g + 1 < patterns.DrawnStart.Length; g++)
                DrawRows(ref random, all.AsSpan(r * length)[patterns.DrawnStart[g]..patterns.DrawnStart[g + 1]]);
        }, cancel);
        return all;
    }

    private float[] DrawAll()
    {
        var all = new float[patterns.Length * Replicates];
        Workers.For(Replicates, options.Threads, static () => 0, (r, _) => Draw(r, all.AsSpan(r * patterns.Length, patterns.Length)),
            cancel);
        return all;
    }

    private void Draw(int replicate, Span<float> drawn)
    {
        var random = new CounterRandom(options.Seed, Purpose, (ulong)replicate);
        for (int g = 0; g + 1 < patterns.Start.Length; g++)
        {
            Range own = patterns.DrawnStart[g]..patterns.DrawnStart[g + 1];
            int rows = patterns.MemberStart[g + 1] - patterns.MemberStart[g];
            Span<float> counts = drawn[own];
            if (patterns.Members is null) DrawRows(ref random, counts);
            else if (counts.Length * RowsPerBinomial > rows)
                DrawMembers(ref random, patterns.Members.AsSpan(patterns.MemberStart[g], rows), patterns.Start[g], counts);
            else DrawCounts(ref random, patterns.Count.AsSpan(own), counts);
        }
    }

    private static void DrawRows<T>(ref CounterRandom random, Span<T> counts) where T : struct, System.Numerics.INumber<T>
    {
        counts.Clear();
        int i = 0;
        if (counts.Length <= RowsPerHalf)
            for (; i + 2 <= counts.Length; i += 2)
            {
                (int first, int second) = random.NextIndices(counts.Length);
                counts[first]++;
                counts[second]++;
            }
        for (; i < counts.Length; i++) counts[random.NextIndex(counts.Length)]++;
    }

    private static void DrawMembers(ref CounterRandom random, ReadOnlySpan<int> members, int start, Span<float> counts)
    {
        counts.Clear();
        int i = 0;
        if (members.Length <= RowsPerHalf)
            for (; i + 2 <= members.Length; i += 2)
            {
                (int first, int second) = random.NextIndices(members.Length);
                counts[members[first] - start]++;
                counts[members[second] - start]++;
            }
        for (; i < members.Length; i++) counts[members[random.NextIndex(members.Length)] - start]++;
    }

    private static void DrawCounts(ref CounterRandom random, ReadOnlySpan<long> rows, Span<float> counts)
    {
        var drawn = new long[rows.Length];
        Multinomial.Draw(ref random, rows, drawn);
        for (int p = 0; p < drawn.Length; p++) counts[p] = drawn[p];
    }
}
