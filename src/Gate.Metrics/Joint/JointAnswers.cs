using Gate.Metrics.Comparing;
using Gate.Metrics.Groups;
using Gate.Metrics.Kinds;
using Gate.Metrics.Statistics;

namespace Gate.Metrics.Joint;

/// <summary>The answers to the questions of a joint comparison: estimates at once, replicates when an interval is asked for.</summary>
internal sealed class JointAnswers
{
    private readonly JointMetric metric;
    private readonly Metric shown;
    private readonly FrameStatistics statistics;
    private readonly Grouping grouping;
    private readonly Side side;
    private readonly JointSet[] sets;
    private readonly double[] cells;
    private readonly double[] rows;

    /// <summary>Answers.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="shown">The metric that is shown of each group.</param>
    /// <param name="sets">The questions of each control level, or one set of stratified questions; or why there are none.</param>
    /// <param name="members">The groups of each level that take part.</param>
    /// <param name="statistics">The counts.</param>
    /// <param name="grouping">Names groups.</param>
    /// <param name="side">Whose predictions.</param>
    public JointAnswers(JointMetric metric, Metric shown, (JointQuestion[] Questions, string? Undefined)[] sets, int[][] members,
        FrameStatistics statistics, Grouping grouping, Side side)
    {
        (this.metric, this.shown, this.statistics, this.grouping, this.side) = (metric, shown, statistics, grouping, side);
        cells = statistics.Counts.GroupCells(side, statistics.Groups);
        rows = [.. members.Select(own => own.Sum(g => statistics.GroupCounts[g].Weight))];
        this.sets = Array.ConvertAll(sets, set => new JointSet(metric, set.Questions, set.Undefined, cells, Classes, Named));
    }

    private int Classes => statistics.Shape.Codes;

    private bool IsStratified => metric is FacetMetric { IsStratified: true };

    /// <summary>The sets with enough groups; all of them when there is none, so that the reason is told.</summary>
    private JointSet[] Judged => sets.Any(set => set.IsAnswerable) ? [.. sets.Where(set => set.IsAnswerable)] : sets;

    /// <summary>The value of one control level; of a stratified metric, that of the deciding group in this stratum.</summary>
    public LevelComparison Level(int level, double confidence)
    {
        if (IsStratified) return StratumOf(level, confidence);
        JointSet set = sets[level];
        if (!set.Value.IsDefined) return new LevelComparison(level, new Measurement(set.Value, null), shown, null, null);
        (int? low, int? high) = Ends(set.Deciding);
        return new LevelComparison(level, Measured([set], set, confidence), shown, low, high);
    }

    /// <summary>The level farthest from 0, with its interval.</summary>
    public (Measurement Worst, int? Level) Worst(double confidence)
    {
        if (Unanswered is { } why) return (new Measurement(why, null), null);
        JointSet worst = Judged.MaxBy(set => Math.Abs(set.Value.Number))!;
        int level = IsStratified ? WorstStratum(worst) : Array.IndexOf(sets, worst);
        return (Measured(Judged, worst, confidence), level);
    }

    /// <summary>The mean over the levels, each by the weight of its rows that take part.</summary>
    public Measurement Weighted(double confidence)
    {
        if (Judged is [_]) return Worst(confidence).Worst;
        if (Unanswered is { } why) return new Measurement(why, null);
        MetricValue value = Mean(set => set.Value.Number);
        if (metric.IsExact) return new Measurement(value, null);
        double together = JointInterval.Shared(confidence, Judged.Length);
        return new Measurement(value, JointInterval.Mean([.. Judged.Select(set => Measured([set], set, together).Interval)], Shares(),
            confidence));
    }

    /// <summary>The distance from 0 of the farthest level, with its replicates; none for a metric without uncertainty.</summary>
    public (MetricValue Value, double[]? Replicates) WorstDistance() => Unanswered is { } why ? (why, null)
        : (MetricValue.Of(Judged.Max(set => Math.Abs(set.Value.Number))),
            metric.IsExact ? null : JointSet.Farthest([.. Judged.Select(set => set.Magnitudes(Replicates(set)))]));

    /// <summary>The mean over the levels of the distances from 0, with its replicates.</summary>
    public (MetricValue Value, double[]? Replicates) WeightedDistance() => Judged is [_] || Unanswered is not null ? WorstDistance()
        : (Mean(set => Math.Abs(set.Value.Number)), metric.IsExact ? null : Means(set => set.Magnitudes(Replicates(set))));

    /// <summary>The first of the judged values that is undefined.</summary>
    private MetricValue? Unanswered => Judged.FirstOrDefault(set => !set.Value.IsDefined)?.Value;

    private MetricValue Mean(Func<JointSet, double> number) =>
        MetricValue.Of(Judged.Zip(Shares(), (set, share) => share * number(set)).Sum());

    private double[] Means(Func<JointSet, double[]> replicates)
    {
        double[] shares = Shares();
        double[][] numbers = [.. Judged.Select(replicates)];
        return [.. Enumerable.Range(0, numbers[0].Length).Select(r => shares.Zip(numbers, (share, own) => share * own[r]).Sum())];
    }

    private double[] Shares()
    {
        double[] own = [.. Judged.Select(set => rows[Array.IndexOf(sets, set)])];
        return Array.ConvertAll(own, weight => weight / own.Sum());
    }

    private Measurement Measured(JointSet[] among, JointSet worst, double confidence)
    {
        if (metric.IsExact) return new Measurement(worst.Value, null);
        int looks = among.Sum(set => set.Looks);
        Interval? interval = metric switch
        {
            { IsSigned: true } => JointInterval.Signed(Replicates(worst)[worst.DecidingIndex], worst.Value.Number, confidence, looks),
            PartitionMetric when among.Length == 1 =>
                JointInterval.Squares(Replicates(worst)[0], worst.Value.Number, confidence, worst.Deciding.Strata[0].Others.Length - 1),
            PartitionMetric => Largest(among, confidence),
            _ => JointInterval.Largest(among.SelectMany(set => Replicates(set).Take(set.Questions.Length)
                .Zip(set.Answers, (own, answer) => (own, answer.Number))), confidence, metric.Scale, looks),
        };
        return new Measurement(worst.Value, interval);
    }

    /// <summary>The interval of the largest of several entropies, from those of each level that hold together.</summary>
    private Interval? Largest(JointSet[] among, double confidence)
    {
        Interval?[] together = [.. among.Select(set => Measured([set], set, JointInterval.Shared(confidence, among.Length)).Interval)];
        return together.Any(own => own is null) ? null : new Interval(together.Max(own => own!.Low), together.Max(own => own!.High),
            confidence, together[0]!.Method);
    }

    private double[][] Replicates(JointSet set) =>
        set.Drawn ??= statistics.Counts.ReplicateCells(side, statistics.Groups, set.Numbers, set.Fill);

    private LevelComparison StratumOf(int level, double confidence)
    {
        JointSet set = sets[0];
        if (set.Questions.Length == 0) return new LevelComparison(level, new Measurement(set.Value, null), shown, null, null);
        int stratum = Array.FindIndex(set.Deciding.Strata, own => own.Level == level);
        if (stratum < 0)
            return new LevelComparison(level, new Measurement(MetricValue.Missing("the group that decides takes no part in it"), null),
                shown, null, null);
        MetricValue value = set.Strata[stratum];
        Stratum at = set.Deciding.Strata[stratum];
        Interval? interval = value.IsDefined ? JointInterval.Signed(Replicates(set)[set.Questions.Length + stratum], value.Number,
            confidence, looks: 1) : null;
        return new LevelComparison(level, new Measurement(value, interval), shown, value.IsDefined && at.Group >= 0 ? at.Group : null,
            value.IsDefined && at.Others is [int only] ? only : null);
    }

    private static int WorstStratum(JointSet set)
    {
        int worst = 0;
        for (int s = 1; s < set.Strata.Length; s++)
            if (Math.Abs(set.Strata[s].NumberOrNull ?? 0) > Math.Abs(set.Strata[worst].NumberOrNull ?? 0)) worst = s;
        return set.Deciding.Strata[worst].Level;
    }

    /// <summary>The group that decides and the one that it is compared with, where that is one; of a partition, the groups with the
    /// smallest and largest shown value.</summary>
    private (int? Low, int? High) Ends(JointQuestion question)
    {
        if (question.Group is int own) return (own, question.Strata[0].Others is [int only] ? only : null);
        MetricValue[] values = statistics.Values(shown, side, statistics.Groups);
        int[] defined = [.. question.Strata[0].Others.Where(g => values[g].IsDefined)];
        return defined.Length == 0 ? (null, null) : (defined.MinBy(g => values[g].Number), defined.MaxBy(g => values[g].Number));
    }

    private string Named(int group) => References.Name(grouping, grouping.Groups[group].Values);
}
