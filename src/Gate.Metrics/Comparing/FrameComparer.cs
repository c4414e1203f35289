using Gate.Metrics.Intervals;
using Gate.Metrics.Statistics;

namespace Gate.Metrics.Comparing;

/// <summary>Compares the groups of a frame within each control level, with intervals from the frame's replicates.</summary>
internal sealed class FrameComparer(FrameStatistics statistics, Grouping grouping)
{
    private int Levels => Math.Max(1, grouping.Levels.Count);

    public ComparisonResult Compare(Comparison comparison, IReadOnlyList<bool> included, Side side, double confidence)
    {
        int[][] members = Members(comparison, included);
        LevelComparison[] levels = Estimate(comparison, members, side);
        double[]?[] replicates = [.. Enumerable.Range(0, Levels).Select(level => levels[level].Value.Value.IsDefined ? Replicate(comparison, members[level], level, side) : null)];
        string method = FrameStatistics.Method(comparison.Parts[0]);
        for (int level = 0; level < levels.Length; level++)
            levels[level] = levels[level] with { Value = WithInterval(levels[level].Value.Value, replicates[level], method, confidence) };
        int[] judged = Judged(comparison, members);
        (MetricValue value, int? worst) = WorstOf(comparison, [.. judged.Select(level => levels[level])]);
        Measurement summary = WithInterval(value, WorstReplicates(comparison.Kind, [.. judged.Select(level => replicates[level])]), method, confidence);
        return new ComparisonResult(summary, worst, levels, summary);
    }

    /// <summary>The value of the worst level and its replicates, for a paired comparison of two models.</summary>
    public (MetricValue Value, double[]? Replicates) Worst(Comparison comparison, IReadOnlyList<bool> included, Side side)
    {
        int[][] members = Members(comparison, included);
        LevelComparison[] levels = Estimate(comparison, members, side);
        int[] judged = Judged(comparison, members);
        MetricValue value = WorstOf(comparison, [.. judged.Select(level => levels[level])]).Value;
        double[]?[] replicates = [.. judged.Select(level => value.IsDefined ? Replicate(comparison, members[level], level, side) : null)];
        return (value, WorstReplicates(comparison.Kind, replicates));
    }

    /// <summary>The levels in which enough groups take part; all of them when there is no such level, so that the reason is told.</summary>
    private int[] Judged(Comparison comparison, int[][] members)
    {
        int[] answerable = [.. Enumerable.Range(0, Levels).Where(level => LevelComparer.Unanswerable(comparison, members[level]) is null)];
        return answerable.Length > 0 ? answerable : [.. Enumerable.Range(0, Levels)];
    }

    private int[][] Members(Comparison comparison, IReadOnlyList<bool> included)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(included);
        if (included.Count != grouping.Groups.Count) throw new ArgumentException($"{included.Count} flags for {grouping.Groups.Count} groups", nameof(included));
        if (comparison.Parts.Count == 0) throw new ArgumentException("a comparison needs at least one metric", nameof(comparison));
        return [.. Enumerable.Range(0, Levels).Select(level => Enumerable.Range(0, included.Count).Where(g => included[g] && grouping.Groups[g].Level == level).ToArray())];
    }

    private LevelComparison[] Estimate(Comparison comparison, int[][] members, Side side)
    {
        var levels = new LevelComparison[Levels];
        for (int level = 0; level < levels.Length; level++)
            levels[level] = LevelComparer.Compare(comparison, level, members[level], [.. comparison.Parts.Select(metric => PartOf(comparison, metric, level, side))], grouping);
        return levels;
    }

    private LevelComparer.Part PartOf(Comparison comparison, Metric metric, int level, Side side) =>
        new(metric, statistics.Values(metric, side, statistics.Groups), comparison.Method == CompareMethod.ToOverall ? statistics.Values(metric, side, statistics.Levels)[level] : default);

    private static (MetricValue Value, int? Level) WorstOf(Comparison comparison, LevelComparison[] levels)
    {
        foreach (LevelComparison level in levels)
            if (!level.Value.Value.IsDefined) return (level.Value.Value, null);
        int worst = LevelComparer.Worst(comparison.Kind, [.. levels.Select(level => level.Value.Value.Number)]);
        return (levels[worst].Value.Value, levels[worst].Level);
    }

    /// <summary>The comparison of one level in each replicate; null where there are none to be had.</summary>
    private double[]? Replicate(Comparison comparison, int[] members, int level, Side side)
    {
        bool toOverall = comparison.Method == CompareMethod.ToOverall;
        double[]?[] groups = [.. comparison.Parts.Select(part => statistics.Replicates(part, side, statistics.Groups))];
        double[]?[] overall = [.. comparison.Parts.Select(part => toOverall ? statistics.Replicates(part, side, statistics.Levels) : [])];
        if (groups.Any(part => part is null) || groups.Any(part => part!.Length != groups[0]!.Length)) return null;
        int count = groups[0]!.Length / grouping.Groups.Count;
        var replicates = new double[count];
        var values = new double[members.Length];
        var parts = new double[groups.Length];
        for (int r = 0; r < count; r++)
        {
            for (int p = 0; p < parts.Length; p++)
            {
                for (int m = 0; m < members.Length; m++) values[m] = groups[p]![members[m] * count + r];
                parts[p] = GroupNumbers.Compare(comparison.Kind, comparison.Method, values, toOverall ? overall[p]![level * count + r] : 0);
            }
            replicates[r] = GroupNumbers.Aggregate(comparison.Kind, comparison.Aggregation, parts);
        }
        return replicates;
    }

    /// <summary>The worst level of each replicate.</summary>
    private static double[]? WorstReplicates(CompareKind kind, double[]?[] levels)
    {
        if (levels.Any(level => level is null)) return null;
        if (levels.Length == 1) return levels[0];
        var worst = new double[levels[0]!.Length];
        var values = new double[levels.Length];
        for (int r = 0; r < worst.Length; r++)
        {
            for (int level = 0; level < values.Length; level++) values[level] = levels[level]![r];
            worst[r] = GroupNumbers.Aggregate(kind, Aggregation.WorstCase, values);
        }
        return worst;
    }

    private static Measurement WithInterval(MetricValue value, double[]? replicates, string method, double confidence) =>
        new(value, value.IsDefined && replicates is not null ? Percentiles.Of(replicates, value.Number, confidence, method) : null);
}
