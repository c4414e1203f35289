using Gate.Metrics.Cells;
using Gate.Metrics.Sampling;

namespace Gate.Metrics.Resampling;

/// <summary>
/// Draws for a scope whose bootstrap replicates are all the same, because its rows are: the posterior of its cells under Jeffreys' prior.
/// Of each label that occurs, half a row right and half a row wrong is added to the possible cells (label × prediction, and × the
/// baseline's prediction in a paired comparison), and cells are drawn as gamma numbers. For a share this is Jeffreys' interval of a
/// binomial proportion (L. Brown, T. Cai and A. DasGupta, Stat. Sci. 16, 2001).
/// </summary>
internal static class SmoothedCells
{
    public const string Method = "jeffreys";
    private const ulong Purpose = 3;

    /// <summary>The cells of one scope with their prior.</summary>
    /// <param name="table">The cells of the frame.</param>
    /// <param name="isIn">Whether a group belongs to the scope.</param>
    /// <param name="paired">Whether the baseline's prediction counts.</param>
    public static Dictionary<(int Label, int Prediction, int Baseline),
        (double Count, double Weight)> Cells(CellTable table, Func<int, bool> isIn, bool paired)
    {
        var cells = new Dictionary<(int, int, int), (double Count, double Weight)>();
        double count = 0, weight = 0;
        foreach (Cell cell in table.Cells)
        {
            if (!isIn(cell.Group) || cell.Weight == 0) continue;
            Add((cell.Label, cell.Prediction, paired ? cell.Baseline : 0), cell.Count, cell.Weight);
            (count, weight) = (count + cell.Count, weight + cell.Weight);
        }
        int[] labels = [.. cells.Keys.Select(key => key.Item1).Distinct().Order()];
        // Of two classes both can be predicted, whether or not both occur; of many, only those that occur as labels.
        int[] predictions = table.Classes == 2 ? [0, 1] : labels;
        foreach (int label in labels)
        {
            var wrong = new List<(int, int, int)>();
            foreach (int prediction in predictions)
                foreach (int baseline in paired ? predictions : [label])
                    if (prediction == label && baseline == label) Add((label, label, paired ? label : 0), 0.5, 0.5 * weight / count);
                    else wrong.Add((label, prediction, paired ? baseline : 0));
            foreach ((int, int, int) cell in wrong) Add(cell, 0.5 / wrong.Count, 0.5 / wrong.Count * weight / count);
        }
        return cells;

        void Add((int, int, int) key, double rows, double amount)
        {
            (double Count, double Weight) old = cells.GetValueOrDefault(key);
            cells[key] = (old.Count + rows, old.Weight + amount);
        }
    }

    /// <summary>Draws of a function of the confusion matrices of candidate and baseline; NaN where undefined.</summary>
    public static double[] Draw(CellTable table, Func<int, bool> isIn, bool paired, int replicates, ulong seed, Func<double[],
        double[], double> compute)
    {
        KeyValuePair<(int Label, int Prediction, int Baseline), (double Count, double Weight)>[] cells =
            [.. Cells(table, isIn, paired).OrderBy(cell => cell.Key)];
        var values = new double[replicates];
        int classes = table.Classes;
        double[] candidate = new double[Confusion.Size(classes)], baseline = new double[Confusion.Size(classes)];
        for (int r = 0; r < replicates; r++)
        {
            var random = new CounterRandom(seed, Purpose, (ulong)r);
            Array.Clear(candidate);
            Array.Clear(baseline);
            foreach (((int label, int prediction, int other), (double count, double weight)) in cells)
            {
                double drawn = GammaVariate.Draw(ref random, count) * weight / count;
                Confusion.Add(candidate, classes, label, prediction, drawn);
                Confusion.Add(baseline, classes, label, other, drawn);
            }
            values[r] = compute(candidate, baseline);
        }
        return values;
    }
}
