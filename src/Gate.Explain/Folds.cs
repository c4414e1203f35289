using Gate.Data.Randomness;

namespace Gate.Explain;

/// <summary>Rows in folds that have the same shares of each class, up to one row.</summary>
public static class Folds
{
    /// <summary>The fold of each row: rows are shuffled, sorted by class with the shuffled order kept, and dealt out in turn.</summary>
    /// <param name="labels">One code a row.</param>
    /// <param name="folds">How many folds.</param>
    /// <param name="seed">The seed of the shuffle.</param>
    public static int[] Of(int[] labels, int folds, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 1);
        int[] order = [.. Enumerable.Range(0, labels.Length)];
        new SplitMix64(seed).Shuffle(order.AsSpan());
        var fold = new int[labels.Length];
        foreach ((int place, int row) in order.OrderBy(row => labels[row]).Index()) fold[row] = place % folds;
        return fold;
    }
}
