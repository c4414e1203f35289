using Gate.Data;
using Gate.Data.Numerics;
using Gate.Evaluation.Profiles;
using Gate.Metrics;

namespace Gate.Evaluation.Measuring.Drift;

/// <summary>How far rows are from those that a model was trained on, in one column.</summary>
internal sealed class ColumnShift
{
    /// <summary>The method of its interval.</summary>
    public const string Method = "l1_deviation";

    // Levels beyond the most frequent of training are one: the interval grows with the number of cells.
    private const int MostLevels = 20;

    private readonly long[] before, now;

    /// <summary>Counts both.</summary>
    /// <param name="profile">The column in training.</param>
    /// <param name="column">The same column of other rows.</param>
    public ColumnShift(ColumnProfile profile, Column column)
    {
        Name = profile.Name;
        long[] counts = profile.CountsOf(column), trained = [.. profile.Counts];
        NewLevels = counts[^1];
        (long Now, long Before) missing = (column.Count - counts.Sum(), profile.Missing);
        now = profile.IsNumber ? [.. counts[..^1], missing.Now] : [.. Frequent(trained, counts[..^1]), NewLevels, missing.Now];
        before = profile.IsNumber ? [.. trained, missing.Before] : [.. Frequent(trained, trained), 0, missing.Before];
    }

    public string Name { get; }

    /// <summary>How many rows have a level that training did not have.</summary>
    public long NewLevels { get; }

    /// <summary>The share of rows without a value, now and in training.</summary>
    public (double Now, double Before) Missing => Cells().Last();

    /// <summary>
    /// The total variation distance: half the sum over ranges or levels of |share now - share in training|. Its interval is between the
    /// distance less and more what both samples can be off together: of n rows over k cells the sum of the deviations exceeds
    /// sqrt(2 ln((2^k - 2) / a) / n) with a chance of at most a (Weissman et al., Inequalities for the L1 deviation of the empirical
    /// distribution, 2003). It holds whatever the distributions are, also where the rows overlap, and is wide rather than too sure; edges
    /// that are quantiles of the same rows change nothing to speak of, as the shares between them vary as shares of fixed cells do.
    /// </summary>
    /// <param name="confidence">Of the interval.</param>
    public Measurement Distance(double confidence)
    {
        double distance = Cells().Sum(cell => Math.Abs(cell.Now - cell.Before)) / 2;
        double off = (Deviation(now.Sum(), (1 - confidence) / 2) + Deviation(before.Sum(), (1 - confidence) / 2)) / 2;
        return new(MetricValue.Of(distance), new(Math.Max(0, distance - off), Math.Min(1, distance + off), confidence, Method));
    }

    /// <summary>The population stability index: the sum over cells of (now - before) ln(now / before), each cell with half a row
    /// more, so that one without rows has a logarithm.</summary>
    public double StabilityIndex()
    {
        int[] used = [.. Enumerable.Range(0, now.Length).Where(i => now[i] + before[i] > 0)];
        double all = now.Sum() + (used.Length * 0.5), trained = before.Sum() + (used.Length * 0.5);
        return used.Sum(i =>
        {
            double p = (now[i] + 0.5) / all, q = (before[i] + 0.5) / trained;
            return (p - q) * Portable.Log(p / q);
        });
    }

    // The counts of the levels that are most frequent in training, and of all others together.
    private static long[] Frequent(long[] trained, long[] counts)
    {
        if (trained.Length <= MostLevels) return counts;
        long[] kept = [.. Enumerable.Range(0, trained.Length).OrderByDescending(level => trained[level]).ThenBy(level => level)
            .Take(MostLevels).Select(level => counts[level])];
        return [.. kept, counts.Sum() - kept.Sum()];
    }

    private IEnumerable<(double Now, double Before)> Cells()
    {
        double rows = now.Sum(), trained = before.Sum();
        return now.Zip(before, (a, b) => (a / rows, b / trained));
    }

    private double Deviation(long rows, double chance)
    {
        int cells = now.Length;
        double logOfSets = (cells * Portable.Log(2)) + Portable.Log(1 - Portable.Pow(2, 1 - cells));
        return Math.Sqrt(2 * (logOfSets - Portable.Log(chance)) / rows);
    }
}
