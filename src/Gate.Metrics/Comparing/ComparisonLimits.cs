using Gate.Metrics.Groups;
using Gate.Metrics.Intervals;
using Gate.Metrics.Statistics;

namespace Gate.Metrics.Comparing;

/// <summary>The limits of a comparison: of one control level, of the worst of several, of their weighted mean.</summary>
internal sealed class ComparisonLimits(FrameStatistics statistics, Marginals marginals)
{
    private readonly ContrastMaker contrasts = new(statistics, marginals);

    /// <summary>The limits of the worst of several levels, or of the only one; null where there are none.</summary>
    /// <param name="comparison">What is compared.</param>
    /// <param name="levels">The levels.</param>
    /// <param name="estimates">Their estimates, all defined.</param>
    /// <param name="side">Whose predictions.</param>
    public Limits? Worst(Comparison comparison, LevelGroups[] levels, LevelComparison[] estimates, Side side)
    {
        if (GroupNumbers.IsSigned(comparison)) return Signed(comparison, levels, estimates, side);
        bool mean = comparison.Aggregation == Aggregation.Mean && comparison.Parts.Count > 1;
        if (mean && levels.Length == 1) return MeanOfParts(comparison, levels[0], estimates[0], side);
        var all = new List<IContrasts>();
        foreach ((LevelGroups level, LevelComparison estimate) in levels.Zip(estimates))
        {
            IContrasts?[] own = mean
                ? [MeanOfParts(comparison, level, estimate, side) is Limits limits
                ? new ContrastList([IsUpsideDown(comparison) ? MappedLimits.Negative(limits) : limits]) : null]
                : [.. comparison.Parts.Select(part => contrasts.Of(comparison, level, part, side))];
            if (own.Any(contrast => contrast is null)) return null;
            all.AddRange(own!);
        }
        var largest = new LargestContrast(all, Least(comparison));
        return IsUpsideDown(comparison) ? MappedLimits.Negative(largest) : largest;
    }

    /// <summary>The limits of the mean of levels by weight; levels are independent.</summary>
    public Limits? Weighted(Comparison comparison, LevelGroups[] levels, LevelComparison[] estimates, Side side)
    {
        if (levels.Length == 1) return Worst(comparison, levels, estimates, side);
        Limits?[] each = [.. levels.Zip(estimates, (level, estimate) => Worst(comparison, [level], [estimate], side))];
        double total = levels.Sum(level => level.Weight);
        return each.All(limits => limits is not null) ? new SumLimits(each!, [.. levels.Select(level => level.Weight / total)]) : null;
    }

    /// <summary>Whether the largest contrast is the smallest value.</summary>
    private static bool IsUpsideDown(Comparison comparison) => comparison.Kind is CompareKind.Ratio or CompareKind.GroupMin;

    private static double Least(Comparison comparison) => comparison.Kind switch
    {
        CompareKind.Difference => 0,
        CompareKind.Ratio => -1,
        _ => double.NegativeInfinity,
    };

    private SumLimits? MeanOfParts(Comparison comparison, LevelGroups level, LevelComparison estimate, Side side)
    {
        Limits?[] parts =
            [.. comparison.Parts.Select(part => Worst(comparison with { Parts = [part] }, [level], [estimate with { Part = part }], side))];
        return parts.All(limits => limits is not null) ? new SumLimits(parts!, [.. parts.Select(_ => 1.0 / parts.Length)]) : null;
    }

    private Limits? Signed(Comparison comparison, LevelGroups[] levels, LevelComparison[] estimates, Side side)
    {
        if (ContrastMaker.IsBetweenPairs(comparison)) return SignedPairs(comparison, levels, estimates, side);
        bool mean = comparison.Aggregation == Aggregation.Mean && comparison.Parts.Count > 1;
        var all = new List<Limits>();
        foreach ((LevelGroups level, LevelComparison estimate) in levels.Zip(estimates))
        {
            foreach (Metric part in mean ? [comparison.Parts[0]] : comparison.Parts)
            {
                if ((mean ? MeanOfParts(comparison, level, estimate, side) is Limits parts ? [parts] : null : contrasts.Signed(comparison,
                    level, part, side)) is not Limits[] own) return null;
                all.AddRange(own);
            }
        }
        Limits farthest = all[LevelComparer.Worst(comparison, [.. all.Select(contrast => contrast.Value)])];
        return new ChosenLimits(farthest, all.Count);
    }

    /// <summary>With the best or the worst group as the reference, the two groups are those at both ends, and the sign is known from which
    /// end it is.</summary>
    private Limits? SignedPairs(Comparison comparison, LevelGroups[] levels, LevelComparison[] estimates, Side side)
    {
        Metric deciding = estimates[LevelComparer.Worst(comparison, [.. estimates.Select(level => level.Value.Value.Number)])].Part;
        bool largest = (deciding.Direction == Direction.LowerIsBetter) == (comparison.Reference.Kind == ReferenceKind.Worst);
        Limits? limits = Worst(comparison with { Signed = false }, levels, estimates, side);
        return limits is null || largest ? limits : comparison.Kind == CompareKind.Ratio
            ? MappedLimits.Inverse(limits) : MappedLimits.Negative(limits);
    }
}
