using Gate.Metrics.Groups;
using Gate.Metrics.Intervals;
using Gate.Metrics.Kinds;
using Gate.Metrics.Statistics;

namespace Gate.Metrics.Comparing;

/// <summary>Makes the contrasts of one part of a comparison within one control level.</summary>
internal sealed class ContrastMaker(FrameStatistics statistics, Marginals marginals)
{
    /// <summary>The contrasts whose largest is the badness of the part; null where a group has no limits.</summary>
    public IContrasts? Of(Comparison comparison, LevelGroups level, Metric metric, Side side)
    {
        statistics.Cancel.ThrowIfCancellationRequested();
        if (GroupsOf(level, metric, side) is not Limits[] groups) return null;
        if (!GroupNumbers.IsDistance(comparison))
            return new ContrastList(
                [.. groups.Select(group => comparison.Kind == CompareKind.GroupMin ? MappedLimits.Negative(group) : group)]);
        if (IsBetweenPairs(comparison)) return new PairContrasts(groups, comparison.Kind == CompareKind.Ratio);
        if (Signed(comparison, level, metric, side) is not Limits[] signed) return null;
        bool ratio = comparison.Kind == CompareKind.Ratio;
        IEnumerable<Limits> others = ratio ? signed.Select(contrast => MappedLimits.Negative(MappedLimits.Inverse(contrast))) : signed;
        return new ContrastList([.. signed.Select(MappedLimits.Negative), .. others]);
    }

    /// <summary>Whether any two groups may be the two ends: the reference chosen by its value is one of them.</summary>
    public static bool IsBetweenPairs(Comparison comparison) => comparison.Method == CompareMethod.BetweenGroups
        || (comparison.Method == CompareMethod.ToReference && References.IsChosenByValue(comparison.Reference));

    /// <summary>What each group is compared with minus the group (of ratios, the group over it); against a fixed reference without the
    /// reference itself. Null where there are no limits.</summary>
    public Limits[]? Signed(Comparison comparison, LevelGroups level, Metric metric, Side side)
    {
        if (GroupsOf(level, metric, side) is not Limits[] groups) return null;
        int reference = comparison.Method == CompareMethod.ToReference ? References.Position(comparison.Reference, metric.Direction, level,
            []) : -1;
        var contrasts = new List<Limits>();
        for (int m = 0; m < groups.Length; m++)
        {
            if (m == reference) continue;
            Limits? contrast = comparison.Method switch
            {
                CompareMethod.ToReference => Against(comparison, groups[m], groups[reference]),
                CompareMethod.ToRest => Against(comparison, groups[m], marginals.Of(metric, side, statistics.Rest(level.Members[m]))[0]),
                _ => AgainstAll(comparison, level, metric, side, m, groups[m]),
            };
            if (contrast is null) return null;
            contrasts.Add(contrast);
            if (IsMirrored(comparison, level)) break;
        }
        return contrasts.Count > 0 ? [.. contrasts] : null;
    }

    /// <summary>Whether there are two groups and each is the other's rest: their differences are one number with two signs, and looked at
    /// once.</summary>
    private static bool IsMirrored(Comparison comparison, LevelGroups level) =>
        comparison is { Kind: CompareKind.Difference, Method: CompareMethod.ToRest }
        && level.Members is [int one, int other] && level.Counts[one].Count + level.Counts[other].Count == level.Rows;

    private Limits[]? GroupsOf(LevelGroups level, Metric metric, Side side)
    {
        Limits?[] all = marginals.Of(metric, side, statistics.Groups);
        Limits[] own = [.. level.Members.Select(g => all[g]).OfType<Limits>()];
        return own.Length == level.Members.Length ? own : null;
    }

    private static Limits? Against(Comparison comparison, Limits group, Limits? other) => other is null ? null
        : comparison.Kind == CompareKind.Ratio ? new RatioLimits(group, other)
        : new DifferenceLimits(other, group);

    /// <summary>All rows hold the group itself. A rate of all rows is a mean of the group's and the rest's, so that the comparison is one
    /// of the group with the rest; for other metrics the replicates of both are set against each other.</summary>
    private Limits? AgainstAll(Comparison comparison, LevelGroups level, Metric metric, Side side, int member, Limits group)
    {
        bool ratio = comparison.Kind == CompareKind.Ratio;
        int g = level.Members[member];
        if (level.Counts[g].Count == level.Rows) return new ExactLimits(ratio ? 1 : 0, Mover.Method);
        if (metric is not RateMetric rate) return Replicated(comparison, level, metric, side, g, group);
        Scopes rest = statistics.Rest(g);
        Limits? other = marginals.Of(metric, side, rest)[0];
        double own = statistics.Trials(rate, side, statistics.Groups)[g], share = own / (own + statistics.Trials(rate, side, rest)[0]);
        if (other is null) return new ExactLimits(ratio ? 1 : 0, Mover.Method);
        return ratio
            ? new MappedLimits(new RatioLimits(group, other), r => double.IsInfinity(r) ? 1 / share : r / (share * r + 1 - share), false)
            : new MappedLimits(new DifferenceLimits(other, group), d => (1 - share) * d, false);
    }

    private Limits? Replicated(Comparison comparison, LevelGroups level, Metric metric, Side side, int g, Limits group)
    {
        bool ratio = comparison.Kind == CompareKind.Ratio;
        if (marginals.Of(metric, side, statistics.Levels)[level.Level] is not Limits all
            || statistics.Replicates(metric, side, statistics.Groups) is not double[] groups) return null;
        ReadOnlySpan<double> own = Replicates.Own(groups, g, statistics.Groups.Count),
            overall = Replicates.Own(statistics.Replicates(metric, side, statistics.Levels)!, level.Level, statistics.Levels.Count);
        // A group without spread has limits from elsewhere; taken as independent of all rows, they err on the wide side.
        if (Replicates.AreFlat(own)) return Against(comparison, group, all);
        var contrasts = new double[own.Length];
        for (int r = 0; r < contrasts.Length; r++) contrasts[r] = ratio ? own[r] / overall[r] : overall[r] - own[r];
        double value = ratio ? group.Value / all.Value : all.Value - group.Value;
        if (ratio && (value < 0 || contrasts.Any(contrast => contrast < 0))) return null;
        return ReplicateLimits.Of(contrasts, value, MeanShape.Unknown, statistics.EffectiveRows(statistics.Groups)[g],
            (double.NegativeInfinity, double.PositiveInfinity), FrameStatistics.Method(metric));
    }
}
