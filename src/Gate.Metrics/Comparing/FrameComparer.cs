using Gate.Metrics.Intervals;
using Gate.Metrics.Statistics;

namespace Gate.Metrics.Comparing;

/// <summary>Compares the groups of a frame within each control level, with intervals from the frame's replicates.</summary>
internal sealed class FrameComparer(FrameStatistics statistics, Grouping grouping)
{
    private int LevelCount => Math.Max(1, grouping.Levels.Count);

    public ComparisonResult Compare(Comparison comparison, IReadOnlyList<bool> included, Side side, double confidence)
    {
        LevelGroups[] groups = Groups(comparison, included);
        LevelComparison[] levels = [.. groups.Select(own => LevelComparer.Compare(comparison, own, metric => PartOf(comparison, own, metric, side)))];
        double[]?[] replicates = [.. groups.Select(own => levels[own.Level].Value.Value.IsDefined ? Replicate(comparison, own, side) : null)];
        string method = FrameStatistics.Method(comparison.Parts[0]);
        for (int level = 0; level < levels.Length; level++)
            levels[level] = levels[level] with { Value = WithInterval(levels[level].Value.Value, replicates[level], method, confidence) };
        LevelGroups[] judged = Judged(comparison, groups);
        double[]?[] judgedReplicates = [.. judged.Select(own => replicates[own.Level])];
        LevelComparison[] judgedLevels = [.. judged.Select(own => levels[own.Level])];
        (MetricValue value, int? worst) = Summary(comparison with { Levels = LevelSummary.Worst }, judged, judgedLevels);
        Measurement summary = WithInterval(value, SummaryReplicates(comparison with { Levels = LevelSummary.Worst }, judged, judgedReplicates), method, confidence);
        Comparison weighted = comparison with { Levels = LevelSummary.Weighted };
        Measurement mean = WithInterval(Summary(weighted, judged, judgedLevels).Value, SummaryReplicates(weighted, judged, judgedReplicates), method, confidence);
        return new ComparisonResult(summary, worst, levels, mean);
    }

    /// <summary>The value that is judged and its replicates, for a paired comparison of two models.</summary>
    public (MetricValue Value, double[]? Replicates) Judge(Comparison comparison, IReadOnlyList<bool> included, Side side)
    {
        LevelGroups[] judged = Judged(comparison, Groups(comparison, included));
        LevelComparison[] levels = [.. judged.Select(own => LevelComparer.Compare(comparison, own, metric => PartOf(comparison, own, metric, side)))];
        MetricValue value = Summary(comparison, judged, levels).Value;
        return (value, value.IsDefined ? SummaryReplicates(comparison, judged, [.. judged.Select(own => Replicate(comparison, own, side))]) : null);
    }

    /// <summary>The levels in which enough groups take part; all of them when there is no such level, so that the reason is told.</summary>
    private static LevelGroups[] Judged(Comparison comparison, LevelGroups[] levels)
    {
        LevelGroups[] answerable = [.. levels.Where(level => LevelComparer.Unanswerable(comparison, level) is null)];
        return answerable.Length > 0 ? answerable : levels;
    }

    private LevelGroups[] Groups(Comparison comparison, IReadOnlyList<bool> included)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(included);
        if (included.Count != grouping.Groups.Count) throw new ArgumentException($"{included.Count} flags for {grouping.Groups.Count} groups", nameof(included));
        if (comparison.Parts.Count == 0) throw new ArgumentException("a comparison needs at least one metric", nameof(comparison));
        return [.. Enumerable.Range(0, LevelCount).Select(level =>
            new LevelGroups(grouping, statistics.GroupCounts, level, [.. Enumerable.Range(0, included.Count).Where(g => included[g] && grouping.Groups[g].Level == level)]))];
    }

    private LevelComparer.Part PartOf(Comparison comparison, LevelGroups level, Metric metric, Side side)
    {
        MetricValue[] all = statistics.Values(metric, side, statistics.Groups), own = Array.ConvertAll(level.Members, g => all[g]);
        if (!GroupNumbers.HasOther(comparison)) return new LevelComparer.Part(metric, own, []);
        if (comparison.Method == CompareMethod.ToReference)
        {
            int reference = References.Position(comparison.Reference, metric.Direction, level, Array.ConvertAll(own, value => value.NumberOrNull ?? 0));
            return new LevelComparer.Part(metric, own, Array.ConvertAll(own, _ => own[reference]), reference);
        }
        return new LevelComparer.Part(metric, own, Array.ConvertAll(level.Members, g => comparison.Method == CompareMethod.ToRest
            ? statistics.Values(metric, side, statistics.Rest(g))[0]
            : statistics.Values(metric, side, statistics.Levels)[level.Level]));
    }

    private static (MetricValue Value, int? Level) Summary(Comparison comparison, LevelGroups[] judged, LevelComparison[] levels)
    {
        foreach (LevelComparison level in levels)
            if (!level.Value.Value.IsDefined) return (level.Value.Value, null);
        double[] numbers = [.. levels.Select(level => level.Value.Value.Number)];
        return (MetricValue.Of(Summary(comparison, judged, numbers)), levels[LevelComparer.Worst(comparison, numbers)].Level);
    }

    private static double Summary(Comparison comparison, LevelGroups[] judged, ReadOnlySpan<double> numbers)
    {
        if (numbers.Length == 1 || comparison.Levels == LevelSummary.Worst) return GroupNumbers.Aggregate(comparison, Aggregation.WorstCase, numbers);
        double sum = 0, weight = 0;
        for (int l = 0; l < judged.Length; l++)
        {
            sum += judged[l].Weight * numbers[l];
            weight += judged[l].Weight;
        }
        return sum / weight;
    }

    /// <summary>The comparison of one level in each replicate; null where there are none to be had.</summary>
    private double[]? Replicate(Comparison comparison, LevelGroups level, Side side)
    {
        double[]?[] groups = [.. comparison.Parts.Select(part => statistics.Replicates(part, side, statistics.Groups))];
        if (groups.Any(part => part is null) || groups.Any(part => part!.Length != groups[0]!.Length)) return null;
        int count = groups[0]!.Length / grouping.Groups.Count;
        var replicates = new double[count];
        double[] values = new double[level.Members.Length], others = new double[values.Length], parts = new double[groups.Length];
        double[][][] with = [.. comparison.Parts.Select(part => OtherReplicates(comparison, level, part, side))];
        for (int r = 0; r < count; r++)
        {
            for (int p = 0; p < parts.Length; p++)
            {
                for (int m = 0; m < values.Length; m++) values[m] = groups[p]![level.Members[m] * count + r];
                if (comparison.Method == CompareMethod.ToReference) others.AsSpan().Fill(values[References.Position(comparison.Reference, comparison.Parts[p].Direction, level, values)]);
                for (int m = 0; m < with[p].Length; m++) others[m] = with[p][m][(comparison.Method == CompareMethod.ToOverall ? level.Level * count : 0) + r];
                parts[p] = GroupNumbers.Compare(comparison, values, others);
            }
            replicates[r] = GroupNumbers.Aggregate(comparison, comparison.Aggregation, parts);
        }
        return replicates;
    }

    /// <summary>The replicates that each member's are compared with; none between groups and against a reference.</summary>
    private double[][] OtherReplicates(Comparison comparison, LevelGroups level, Metric metric, Side side) => (GroupNumbers.HasOther(comparison), comparison.Method) switch
    {
        (true, CompareMethod.ToOverall) => [.. level.Members.Select(_ => statistics.Replicates(metric, side, statistics.Levels)!)],
        (true, CompareMethod.ToRest) => [.. level.Members.Select(g => statistics.Replicates(metric, side, statistics.Rest(g))!)],
        _ => [],
    };

    /// <summary>The summary of the levels in each replicate.</summary>
    private static double[]? SummaryReplicates(Comparison comparison, LevelGroups[] judged, double[]?[] levels)
    {
        if (levels.Any(level => level is null)) return null;
        if (levels.Length == 1) return levels[0];
        var summary = new double[levels[0]!.Length];
        var values = new double[levels.Length];
        for (int r = 0; r < summary.Length; r++)
        {
            for (int level = 0; level < values.Length; level++) values[level] = levels[level]![r];
            summary[r] = Summary(comparison, judged, values);
        }
        return summary;
    }

    private static Measurement WithInterval(MetricValue value, double[]? replicates, string method, double confidence) =>
        new(value, value.IsDefined && replicates is not null ? Percentiles.Of(replicates, value.Number, confidence, method) : null);
}
