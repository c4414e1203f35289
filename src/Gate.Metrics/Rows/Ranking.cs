using Gate.Metrics.Groups;

namespace Gate.Metrics.Rows;

/// <summary>The patterns of each scope in the order of a key. Sorted once; every replicate only looks up how often each was
/// drawn.</summary>
/// <param name="Start">Where each scope starts; one more than there are scopes.</param>
/// <param name="Drawn">What is drawn for each pattern, scope by scope: the pattern, or its block.</param>
/// <param name="Keys">Their keys.</param>
/// <param name="Weight">The weight of one row of each; null where each counts 1.</param>
/// <param name="Positive">1 where the label is the class in question, else 0.</param>
/// <param name="EndsTie">Whether the next of the same scope has another key.</param>
internal sealed record Ranking(int[] Start, int[] Drawn, double[] Keys, double[]? Weight, double[] Positive, bool[] EndsTie)
{
    /// <summary>Sorts by a key within each scope.</summary>
    /// <param name="keys">One key a pattern.</param>
    /// <param name="descending">Largest first.</param>
    /// <param name="positive">Whether each pattern's label is the class in question.</param>
    /// <param name="patterns">The patterns.</param>
    /// <param name="scopes">The scopes.</param>
    public static Ranking Sort(double[] keys, bool descending, Func<int, bool> positive, RowPatterns patterns, Scopes scopes)
    {
        int[] order = RadixSort.Order(keys, descending);
        var start = new int[scopes.Count + 1];
        foreach (int p in order) start[scopes.OfGroup[patterns.Group[p]] + 1]++;
        for (int s = 0; s < scopes.Count; s++) start[s + 1] += start[s];
        int[] next = [.. start], sorted = new int[order.Length];
        foreach (int p in order) sorted[next[scopes.OfGroup[patterns.Group[p]]]++] = p;

        double[] ordered = Array.ConvertAll(sorted, p => keys[p]);
        return new Ranking(start, patterns.Drawn(sorted), ordered, Array.ConvertAll(sorted, p => patterns.Weight[p]),
            Array.ConvertAll(sorted, p => positive(p) ? 1.0 : 0.0), Ties(ordered, start));
    }

    /// <summary>Rows that are in order already, where each is a pattern of its own.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="patterns">The patterns.</param>
    public static Ranking Of(SortedRows rows, RowPatterns patterns)
    {
        var of = new int[patterns.Length];
        for (int p = 0; p < of.Length; p++) of[patterns.Row[p]] = p;
        return new Ranking(rows.Start, patterns.Drawn(Array.ConvertAll(rows.Tags, tag => of[SortedRows.Row(tag)])), rows.Keys, rows.Weights,
            Array.ConvertAll(rows.Tags, tag => SortedRows.IsPositive(tag) ? 1.0 : 0.0), Ties(rows.Keys, rows.Start));
    }

    private static bool[] Ties(double[] keys, int[] start)
    {
        var ends = new bool[keys.Length];
        for (int i = 0; i + 1 < keys.Length; i++) ends[i] = keys[i] != keys[i + 1];
        foreach (int s in start)
            if (s > 0) ends[s - 1] = true;
        return ends;
    }

    /// <summary>One scope's rows as a replicate has them.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="drawn">How often each pattern or block was drawn.</param>
    /// <param name="weights">Room for the weights of all rows.</param>
    /// <param name="weighted">Whether the sample has weights of its own.</param>
    public RankedRows Rows(int scope, ReadOnlySpan<float> drawn, Span<double> weights, bool weighted)
    {
        int from = Start[scope], length = Start[scope + 1] - from;
        ReadOnlySpan<int> places = Drawn.AsSpan(from, length);
        Span<double> own = weights[..length];
        if (Weight is null)
            for (int i = 0; i < places.Length; i++) own[i] = drawn[places[i]];
        else
        {
            ReadOnlySpan<double> weight = Weight.AsSpan(from, length);
            for (int i = 0; i < places.Length; i++) own[i] = drawn[places[i]] * weight[i];
        }
        return new RankedRows(Keys.AsSpan(from, length), own, Positive.AsSpan(from, length), EndsTie.AsSpan(from, length), weighted);
    }
}
