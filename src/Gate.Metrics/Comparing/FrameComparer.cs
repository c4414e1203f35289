using Gate.Metrics.Groups;
using Gate.Metrics.Intervals;
using Gate.Metrics.Statistics;

namespace Gate.Metrics.Comparing;

/// <summary>Compares the groups of a frame within each control level, with limits from those of the groups.</summary>
internal sealed class FrameComparer(FrameStatistics statistics, Marginals marginals, Grouping grouping)
{
    private readonly ComparisonLimits limits = new(statistics, marginals);
    private readonly Dictionary<(Comparison, string, Side), Prepared> prepared = [];

    private int LevelCount => Math.Max(1, grouping.Levels.Count);

    public ComparisonResult Compare(Comparison comparison, IReadOnlyList<bool> included, Side side, double confidence)
    {
        Prepared own = Prepare(comparison, included, side);
        Measurement worst = With(own.Worst.Value, own.WorstLimits, comparison, confidence);
        LevelComparison[] levels =
            [.. own.Levels.Select(
            (level, l) => level with { Value = With(level.Value.Value, own.LevelLimits[l], comparison, confidence) })];
        return new ComparisonResult(worst, own.Worst.Level, levels, With(own.Weighted, own.WeightedLimits, comparison, confidence));
    }

    /// <summary>The value that is judged, without an interval.</summary>
    public MetricValue Estimate(Comparison comparison, IReadOnlyList<bool> included, Side side)
    {
        LevelGroups[] judged = Judged(comparison, Groups(comparison, included));
        return Summary(comparison, judged, Estimate(comparison, judged, side)).Value;
    }

    /// <summary>The value that is judged in each replicate, for a paired comparison of two models; null where there are none.</summary>
    public double[]? Replicates(Comparison comparison, IReadOnlyList<bool> included, Side side)
    {
        LevelGroups[] judged = Judged(comparison, Groups(comparison, included));
        return SummaryReplicates(comparison, judged, [.. judged.Select(own => Replicate(comparison, own, side))]);
    }

    /// <summary>Which groups take part, as text to look up by.</summary>
    public static string Key(IReadOnlyList<bool> included)
    {
        ArgumentNullException.ThrowIfNull(included);
        return string.Create(included.Count, included, static (text, flags) =>
        {
            for (int g = 0; g < text.Length; g++) text[g] = flags[g] ? '1' : '0';
        });
    }

    /// <summary>Estimates and limits, made once a comparison: callers ask for many confidences.</summary>
    private Prepared Prepare(Comparison comparison, IReadOnlyList<bool> included, Side side)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        (Comparison, string, Side) key = (comparison, Key(included), side);
        if (prepared.TryGetValue(key, out Prepared? found)) return found;
        LevelGroups[] groups = Groups(comparison, included), judged = Judged(comparison, groups);
        LevelComparison[] levels = Estimate(comparison, groups, side), judgedLevels = [.. judged.Select(own => levels[own.Level])];
        (MetricValue Value, int? Level) worst = Summary(comparison with { Levels = LevelSummary.Worst }, judged, judgedLevels);
        MetricValue weighted = Summary(comparison with { Levels = LevelSummary.Weighted }, judged, judgedLevels).Value;
        Limits?[] levelLimits =
            [.. groups.Select(own => levels[own.Level].Value.Value.IsDefined ? limits.Worst(comparison, [own], [levels[own.Level]],
            side) : null)];
        Limits? worstLimits = !worst.Value.IsDefined ? null : judged.Length == 1 ? levelLimits[judged[0].Level] : limits.Worst(comparison,
            judged, judgedLevels, side);
        Limits? weightedLimits = !worst.Value.IsDefined || judged.Length == 1 ? worstLimits : limits.Weighted(comparison, judged,
            judgedLevels, side);
        return prepared[key] = new Prepared(levels, levelLimits, worst, worstLimits, weighted, weightedLimits);
    }

    private static Measurement With(MetricValue value, Limits? limits, Comparison comparison, double confidence)
    {
        Measurement measured = Measured.Of(value, limits, confidence);
        if (measured.Interval is null || !limits!.IsExtreme || GroupNumbers.IsSigned(comparison)
            || limits.At(0) is not (double low, double high)) return measured;
        // At the confidence 0 only the end that selection pushes outwards differs from the estimate.
        double corrected = GroupNumbers.Badness(comparison, 1) > GroupNumbers.Badness(comparison, 0) ? low : high;
        return double.IsFinite(corrected) ? measured with { Corrected = corrected } : measured;
    }

    private LevelComparison[] Estimate(Comparison comparison, LevelGroups[] groups, Side side) =>
        [.. groups.Select(own => LevelComparer.Compare(comparison, own, metric => PartOf(comparison, own, metric, side)))];

    private sealed record Prepared(
        LevelComparison[] Levels, Limits?[] LevelLimits, (MetricValue Value, int? Level) Worst, Limits? WorstLimits, MetricValue Weighted,
            Limits? WeightedLimits);

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
        if (included.Count != grouping.Groups.Count)
            throw new ArgumentException($"{included.Count} flags for {grouping.Groups.Count} groups", nameof(included));
        if (comparison.Parts.Count == 0) throw new ArgumentException("a comparison needs at least one metric", nameof(comparison));
        return [.. Enumerable.Range(0, LevelCount).Select(level =>
            new LevelGroups(grouping, statistics.GroupCounts, level,
                [.. Enumerable.Range(0, included.Count).Where(g => included[g] && grouping.Groups[g].Level == level)]))];
    }

    private LevelComparer.Part PartOf(Comparison comparison, LevelGroups level, Metric metric, Side side)
    {
        statistics.Cancel.ThrowIfCancellationRequested();
        MetricValue[] all = statistics.Values(metric, side, statistics.Groups), own = Array.ConvertAll(level.Members, g => all[g]);
        if (!GroupNumbers.HasOther(comparison)) return new LevelComparer.Part(metric, own, []);
        if (comparison.Method == CompareMethod.ToReference)
        {
            int reference = References.Position(comparison.Reference, metric.Direction, level,
                Array.ConvertAll(own, value => value.NumberOrNull ?? 0));
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
        if (numbers.Length == 1 || comparison.Levels == LevelSummary.Worst)
            return GroupNumbers.Aggregate(comparison, Aggregation.WorstCase, numbers);
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
                if (comparison.Method == CompareMethod.ToReference)
                    others.AsSpan().Fill(values[References.Position(comparison.Reference, comparison.Parts[p].Direction, level, values)]);
                for (int m = 0; m < with[p].Length; m++)
                    others[m] = with[p][m][(comparison.Method == CompareMethod.ToOverall ? level.Level * count : 0) + r];
                parts[p] = GroupNumbers.Compare(comparison, values, others);
            }
            replicates[r] = GroupNumbers.Aggregate(comparison, comparison.Aggregation, parts);
        }
        return replicates;
    }

    /// <summary>The replicates that each member's are compared with; none between groups and against a reference.</summary>
    private double[][] OtherReplicates(Comparison comparison, LevelGroups level, Metric metric, Side side) =>
        (GroupNumbers.HasOther(comparison), comparison.Method) switch
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
}
