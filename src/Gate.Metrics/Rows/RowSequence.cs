using Gate.Data;
using Gate.Metrics.Groups;

namespace Gate.Metrics.Rows;

/// <summary>The patterns of each scope in an order. Put in order once; every replicate only looks up how often each was drawn.</summary>
/// <param name="Start">Where each scope starts; one more than there are scopes.</param>
/// <param name="Pattern">The patterns, scope by scope.</param>
/// <param name="Drawn">What is drawn for each of them: the pattern, or its block.</param>
/// <param name="Weight">The weight of one row of each.</param>
/// <param name="Keys">Their keys.</param>
/// <param name="EndsTie">Whether the next of the same scope has another key.</param>
internal sealed record RowSequence(int[] Start, int[] Pattern, int[] Drawn, double[] Weight, double[] Keys,
    bool[] EndsTie)
{
    public static RowSequence Of(RowOrder order, int code, Sample sample, RowPatterns patterns, Scopes scopes)
    {
        double[] keys = Array.ConvertAll(patterns.Row, row => Key(order, code, sample, row));
        int[] sorted = order == RowOrder.None ? [.. Enumerable.Range(0, patterns.Length)] : RadixSort.Order(keys,
            order == RowOrder.ClassScore);
        var start = new int[scopes.Count + 1];
        foreach (int group in patterns.Group) start[scopes.OfGroup[group] + 1]++;
        for (int s = 0; s < scopes.Count; s++) start[s + 1] += start[s];
        int[] next = [.. start], pattern = new int[sorted.Length];
        foreach (int p in sorted) pattern[next[scopes.OfGroup[patterns.Group[p]]]++] = p;

        double[] ordered = Array.ConvertAll(pattern, p => keys[p]);
        var ends = new bool[ordered.Length];
        for (int i = 0; i + 1 < ends.Length; i++) ends[i] = ordered[i] != ordered[i + 1];
        foreach (int s in start)
            if (s > 0) ends[s - 1] = true;
        return new RowSequence(start, pattern, patterns.Drawn(pattern), Array.ConvertAll(pattern, p => patterns.Weight[p]), ordered, ends);
    }

    /// <summary>For each place in another sequence of the same scopes, the position within its scope that the same pattern has in this
    /// one.</summary>
    public int[] PlacesOf(RowSequence other)
    {
        var place = new int[Pattern.Length];
        for (int s = 0; s + 1 < Start.Length; s++)
            for (int i = Start[s]; i < Start[s + 1]; i++) place[Pattern[i]] = i - Start[s];
        return Array.ConvertAll(other.Pattern, p => place[p]);
    }

    /// <summary>What a row is put in order by.</summary>
    public static double Key(RowOrder order, int code, Sample sample, int row) => order switch
    {
        RowOrder.Confidence when sample.Task == TaskType.BinaryClassification => sample.Scores![row],
        RowOrder.Confidence => Largest(sample.Scores.AsSpan(row * sample.Classes.Count, sample.Classes.Count)),
        RowOrder.ClassScore => sample.Scores![row * sample.Classes.Count + code],
        RowOrder.Estimate => sample.Estimates![row],
        RowOrder.Target => sample.Targets![row],
        _ => 0,
    };

    private static double Largest(ReadOnlySpan<double> scores)
    {
        double largest = scores[0];
        foreach (double score in scores) largest = Math.Max(largest, score);
        return largest;
    }
}
