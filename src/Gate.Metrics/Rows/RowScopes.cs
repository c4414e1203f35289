using Gate.Metrics.Groups;
using Gate.Metrics.Sampling;

namespace Gate.Metrics.Rows;

/// <summary>Hands sorted rows out to scopes: one pass, which keeps their order.</summary>
internal static class RowScopes
{
    private const int FewestRowsOfPart = 1 << 16;
    private const int MostParts = 16;

    /// <summary>The rows of each scope.</summary>
    /// <param name="all">All rows in order, with their groups where there are several.</param>
    /// <param name="scopes">The scope of each group.</param>
    /// <param name="spare">As many numbers as there are rows that nobody needs any more, or null.</param>
    /// <param name="threads">How many threads may work; 0 for all cores.</param>
    /// <param name="cancel">Stops the work.</param>
    public static SortedRows Split(SortedRows all, Scopes scopes, double[]? spare, int threads, CancellationToken cancel)
    {
        if (scopes.Count == 1 || all.Groups is not RowCodes groups) return all;
        int n = all.Keys.Length, parts = Math.Clamp(n / Math.Max(FewestRowsOfPart, scopes.Count), 1, MostParts);
        var next = new int[parts][];
        Workers.For(parts, threads, static () => 0, (p, _) =>
        {
            int[] own = next[p] = new int[scopes.Count];
            (int from, int length) = Part(p).GetOffsetAndLength(n);
            for (int i = from; i < from + length; i++) own[scopes.OfGroup[groups[i]]]++;
        }, cancel);
        var start = new int[scopes.Count + 1];
        for (int s = 0, end = 0; s < scopes.Count; s++)
        {
            foreach (int[] part in next) (part[s], end) = (end, end + part[s]);
            start[s + 1] = end;
        }
        double[] keys = spare?.Length == n ? spare : GC.AllocateUninitializedArray<double>(n);
        uint[] tags = GC.AllocateUninitializedArray<uint>(n);
        double[]? weights = all.Weights is null ? null : GC.AllocateUninitializedArray<double>(n);
        Workers.For(parts, threads, static () => 0, (p, _) =>
        {
            int[] own = next[p];
            (int from, int length) = Part(p).GetOffsetAndLength(n);
            for (int i = from; i < from + length; i++)
            {
                int to = own[scopes.OfGroup[groups[i]]]++;
                keys[to] = all.Keys[i];
                tags[to] = all.Tags[i];
                if (weights is not null) weights[to] = all.Weights![i];
            }
        }, cancel);
        return new SortedRows(start, keys, tags, weights);

        Range Part(int part) => (int)((long)n * part / parts)..(int)((long)n * (part + 1) / parts);
    }
}
