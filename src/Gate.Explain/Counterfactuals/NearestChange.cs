using Gate.Data;
using Gate.Explain.Dependence;
using Gate.Models;

namespace Gate.Explain.Counterfactuals;

/// <summary>
/// The nearest change that flips a decision (Wachter, Mittelstadt and Russell 2018), for any model of two classes: of the rows that
/// differ in one, two or three columns and are decided otherwise, one with the fewest changed columns, and of these the
/// nearest. New values are those of a grid, so that nothing is proposed that nobody has.
/// </summary>
public static class NearestChange
{
    /// <summary>At most so many columns change.</summary>
    public const int MostChanges = 3;

    // Single changes that move the score most, of which pairs and triples are made: what bounds the time.
    private const int Pairs = 90, Triples = 36;

    /// <summary>Searches.</summary>
    /// <param name="model">A model of two classes.</param>
    /// <param name="row">A table of one row that has the model's features.</param>
    /// <param name="threshold">From this score on the positive class is said.</param>
    /// <param name="allowed">The values that may be taken, of the columns that may change.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>The nearest that was found; null where up to three changes do not flip the decision.</returns>
    /// <exception cref="ModelException">The model has not two classes, or refuses the row.</exception>
    public static Counterfactual? Find(IModel model, Table row, double threshold, IReadOnlyList<FeatureGrid> allowed,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(allowed);
        if (model.Task != TaskType.BinaryClassification) throw new ModelException("a decision that can be flipped is one of two classes");
        if (row.RowCount != 1) throw new ArgumentException($"there are {row.RowCount} rows; one is changed", nameof(row));
        bool isPositive = model.Score(row.Select(model.Features), cancel)[0] >= threshold;
        var rows = new ChangedValues(model, row, allowed);
        Step[][] sets = [.. rows.Singles().Select(step => new[] { step })];
        double[] scores = rows.Score(sets, cancel);
        // Towards the other side first.
        Step[] best = [.. Enumerable.Range(0, sets.Length).OrderBy(i => isPositive ? scores[i] : -scores[i]).Select(i => sets[i][0])];
        for (int changes = 1; ; changes++)
        {
            if (Nearest(rows, sets, scores, threshold, isPositive) is { } found) return found;
            if (changes == MostChanges) return null;
            sets = [.. Joined(best.AsSpan(0, Math.Min(best.Length, changes == 1 ? Pairs : Triples)).ToArray(), changes + 1)];
            scores = rows.Score(sets, cancel);
        }
    }

    private static Counterfactual? Nearest(ChangedValues rows, Step[][] sets, double[] scores, double threshold, bool isPositive)
    {
        int[] flipped = [.. Enumerable.Range(0, sets.Length).Where(i => scores[i] >= threshold != isPositive)];
        if (flipped.Length == 0) return null;
        int nearest = flipped.MinBy(i => sets[i].Sum(rows.Distance));
        return new([.. sets[nearest].OrderBy(step => step.Column).Select(step => new Change(rows.Grids[step.Column].Feature, step.Point))],
            sets[nearest].Sum(rows.Distance), scores[nearest]);
    }

    /// <summary>All sets of so many steps of different columns.</summary>
    private static IEnumerable<Step[]> Joined(Step[] steps, int size)
    {
        IEnumerable<(Step[] Set, int Last)> Sets(int length) => length == 0 ? [([], -1)]
            : Sets(length - 1).SelectMany(before => Enumerable.Range(before.Last + 1, steps.Length - before.Last - 1)
                .Where(next => before.Set.All(step => step.Column != steps[next].Column))
                .Select(next => ((Step[])[.. before.Set, steps[next]], next)));
        return Sets(size).Select(one => one.Set);
    }
}
