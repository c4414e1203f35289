using Gate.Metrics.Groups;

namespace Gate.Metrics.Rows;

/// <summary>
/// The rows of a sample, equal ones merged: rows of one group that agree in everything a metric can read. A tree gives few distinct scores,
/// so its rows merge into few patterns, and every bootstrap replicate costs the patterns and not the rows. Ordered by group. Where hardly
/// any two rows agree, the rows of a large group are put into blocks that are drawn whole (<see cref="RowBlocks"/>).
/// </summary>
/// <param name="Row">One row that has the pattern.</param>
/// <param name="Count">How many rows have it.</param>
/// <param name="Weight">The weight of one such row.</param>
/// <param name="Group">Its group.</param>
/// <param name="Start">Where each group's patterns start; one more than there are groups.</param>
/// <param name="Members">The pattern of each row, rows ordered by group; null when every row is a pattern of its own.</param>
/// <param name="MemberStart">Where each group's rows start in <paramref name="Members"/>.</param>
/// <param name="Blocks">The blocks that the patterns are drawn in; null when each pattern is drawn on its own.</param>
internal sealed record RowPatterns(int[] Row, long[] Count, double[] Weight, int[] Group, int[] Start, int[]? Members, int[] MemberStart,
    RowBlocks? Blocks)
{
    public int Length => Row.Length;

    /// <summary>Where what is drawn of each group starts: its blocks, or its patterns.</summary>
    public int[] DrawnStart => Blocks?.Start ?? Start;

    /// <summary>How many blocks or patterns there are to draw.</summary>
    public int DrawnLength => DrawnStart[^1];

    public static RowPatterns Of(Sample sample, Grouping grouping, Sample? baseline, ulong seed)
    {
        (int[] rows, int[] start) = ByGroup(grouping);
        int[]? keys = PatternKeys.Find(sample, baseline, grouping, out int size);
        return keys is null ? EachRow(sample, grouping, rows, start, seed) : Merged(sample, grouping, rows, start, keys, size);
    }

    /// <summary>What a replicate draws for patterns in some order: the patterns themselves, or the block of each.</summary>
    public int[] Drawn(int[] patterns) => Blocks is null ? patterns : Array.ConvertAll(patterns, p => Blocks.Block[p]);

    /// <summary>Numbers of patterns as numbers of what is drawn: the sums over each block, or the numbers themselves.</summary>
    public double[] SumsOfDrawn(double[] numbers)
    {
        if (Blocks is null) return numbers;
        var sums = new double[DrawnLength];
        for (int p = 0; p < numbers.Length; p++) sums[Blocks.Block[p]] += numbers[p];
        return sums;
    }

    private static RowPatterns EachRow(Sample sample, Grouping grouping, int[] rows, int[] start, ulong seed)
    {
        var ones = new long[rows.Length];
        ones.AsSpan().Fill(1);
        return new RowPatterns(rows, ones, Weights(sample, rows), Array.ConvertAll(rows, row => grouping.Codes[row]), start, null, start,
            RowBlocks.Of(start, seed));
    }

    private static RowPatterns Merged(Sample sample, Grouping grouping, int[] rows, int[] memberStart, int[] keys, int size)
    {
        var patternOf = new int[size];
        List<int> first = [];
        List<long> count = [];
        var members = new int[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            ref int pattern = ref patternOf[keys[rows[i]]]; // 0: not seen yet; else its number plus 1
            if (pattern == 0)
            {
                first.Add(rows[i]);
                count.Add(0);
                pattern = first.Count;
            }
            count[pattern - 1]++;
            members[i] = pattern - 1;
        }
        int[] row = [.. first], group = Array.ConvertAll(row, r => grouping.Codes[r]);
        var start = new int[memberStart.Length];
        foreach (int g in group) start[g + 1]++;
        for (int g = 0; g + 1 < start.Length; g++) start[g + 1] += start[g];
        return new RowPatterns(row, [.. count], Weights(sample, row), group, start, members, memberStart, null);
    }

    private static double[] Weights(Sample sample, int[] rows) => Array.ConvertAll(rows, row => sample.Weights?[row] ?? 1);

    private static (int[] Rows, int[] Start) ByGroup(Grouping grouping)
    {
        var start = new int[grouping.Groups.Count + 1];
        foreach (int g in grouping.Codes) start[g + 1]++;
        for (int g = 0; g + 1 < start.Length; g++) start[g + 1] += start[g];
        int[] next = [.. start];
        var rows = new int[grouping.Codes.Length];
        for (int row = 0; row < rows.Length; row++) rows[next[grouping.Codes[row]]++] = row;
        return (rows, start);
    }
}
