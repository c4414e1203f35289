using Gate.Data.Randomness;
using Gate.Models;

namespace Gate.Evaluation.Searching;

/// <summary>
/// The rungs of successive halving (Jamieson and Talwalkar 2016): all trials on few rows, the better third on three times as many, and so
/// on to all rows. Few rows are left out of it, since on them a rung says little and saves less.
/// </summary>
internal static class Rungs
{
    /// <summary>One of so many goes on to the next rung.</summary>
    public const int Share = 3;

    /// <summary>No rung has fewer rows.</summary>
    public const int LeastRows = 4_000;

    /// <summary>The rows of each rung, ascending, the last one all of them; each rung's are among the next one's.</summary>
    /// <param name="data">The training rows.</param>
    /// <param name="trials">How many trials there are.</param>
    /// <param name="folds">How many folds; each class has at least twice as many rows in a rung.</param>
    /// <param name="seed">The seed of the order in which rows come in.</param>
    public static IReadOnlyList<int[]> Of(TrainingData data, int trials, int folds, ulong seed)
    {
        int[] order = Order(data, seed);
        var rungs = new List<int[]> { Enumerable.Range(0, data.RowCount).ToArray() };
        int rows = data.RowCount / Share;
        for (int left = trials; left > Share && rows >= LeastRows; left /= Share, rows /= Share)
        {
            int[] some = [.. order.Take(rows).Order()];
            if (!HasClasses(data, some, 2 * folds)) break;
            rungs.Insert(0, some);
        }
        return rungs;
    }

    /// <summary>The rows in an order of which every beginning has all classes in their shares.</summary>
    private static int[] Order(TrainingData data, ulong seed)
    {
        var at = new double[data.RowCount];
        int[] labels = data.Labels ?? new int[data.RowCount];
        foreach (IGrouping<int, int> members in Enumerable.Range(0, at.Length).GroupBy(row => labels[row]))
        {
            int[] rows = [.. members];
            new SplitMix64(SplitMix64.Derive(seed, (ulong)members.Key)).Shuffle(rows.AsSpan());
            for (int i = 0; i < rows.Length; i++) at[rows[i]] = (i + 0.5) / rows.Length;
        }
        return [.. Enumerable.Range(0, at.Length).OrderBy(row => at[row])];
    }

    private static bool HasClasses(TrainingData data, int[] rows, int least) => data.Labels is not { } labels
        || Enumerable.Range(0, data.Classes.Count).All(code => rows.Count(row => labels[row] == code) >= least || !labels.Contains(code));
}
