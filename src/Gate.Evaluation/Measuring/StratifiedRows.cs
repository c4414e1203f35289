using Gate.Data.Randomness;

namespace Gate.Evaluation.Measuring;

/// <summary>Some of many rows, with the same shares of each class, or the same spread of a number.</summary>
internal static class StratifiedRows
{
    /// <summary>At most so many of the rows, ascending: rows are shuffled, sorted by label with the shuffled order kept, and every
    /// so-many-th is taken. Null where that is all of them.</summary>
    /// <param name="labels">The class or the number of each row.</param>
    /// <param name="limit">How many rows.</param>
    /// <param name="seed">The seed of the shuffle.</param>
    public static int[]? Of(double[] labels, int limit, ulong seed)
    {
        if (labels.Length <= limit) return null;
        int[] order = [.. Enumerable.Range(0, labels.Length)];
        new SplitMix64(seed).Shuffle(order.AsSpan());
        int[] sorted = [.. order.OrderBy(row => labels[row])];
        return [.. Enumerable.Range(0, limit).Select(i => sorted[(int)((long)i * labels.Length / limit)]).Order()];
    }
}
