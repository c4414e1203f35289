using Gate.Data.Randomness;

namespace Gate.Models.Training;

/// <summary>
/// Rows dealt out into parts of equal size, each of which is kept back once: the folds of a cross-validation. Each class is spread evenly
/// over the folds, as scikit-learn's <c>StratifiedKFold</c> does, and shuffled by the seed.
/// </summary>
public sealed class Folds
{
    private readonly int[] foldOf;

    private Folds(int[] foldOf, int count) => (this.foldOf, Count) = (foldOf, count);

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>The fold that keeps each row back, one a row.</summary>
    public IReadOnlyList<int> FoldOf => foldOf;

    /// <summary>Deals out rows.</summary>
    /// <param name="data">The rows; rows of weight 0 are dealt out too.</param>
    /// <param name="count">How many folds, 2 or more.</param>
    /// <param name="seed">The seed of the shuffle.</param>
    /// <exception cref="ModelException">There are fewer rows than folds, or a class that occurs has fewer.</exception>
    public static Folds Of(TrainingData data, int count, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        int rows = data.RowCount;
        var foldOf = new int[rows];
        int next = 0;
        foreach ((int code, int[] members) in Strata(data))
        {
            if (members.Length == 0) continue;
            if (members.Length < count)
                throw new ModelException(data.Labels is null ? $"{rows} training rows are too few for {count} folds" : $"the class "
                    + $"'{data.Classes[code]}' has {members.Length} training rows, too few for {count} folds: each fold needs one");
            new SplitMix64(SplitMix64.Derive(seed, (ulong)code)).Shuffle(members.AsSpan());
            // Dealing goes on where the class before ended, so that folds differ by one row at most.
            foreach (int row in members) foldOf[row] = next++ % count;
        }
        return new(foldOf, count);
    }

    /// <summary>The rows that a fold keeps back, ascending.</summary>
    /// <param name="fold">From 0.</param>
    public int[] Test(int fold) => [.. Enumerable.Range(0, foldOf.Length).Where(row => foldOf[row] == fold)];

    /// <summary>All other rows, ascending.</summary>
    /// <param name="fold">From 0.</param>
    public int[] Train(int fold) => [.. Enumerable.Range(0, foldOf.Length).Where(row => foldOf[row] != fold)];

    private static IEnumerable<(int Code, int[] Rows)> Strata(TrainingData data)
    {
        if (data.Labels is not { } labels) return [(0, [.. Enumerable.Range(0, data.RowCount)])];
        return Enumerable.Range(0, data.Classes.Count)
            .Select(code => (code, Enumerable.Range(0, labels.Length).Where(row => labels[row] == code).ToArray()));
    }
}
