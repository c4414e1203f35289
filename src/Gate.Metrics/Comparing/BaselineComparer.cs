using Gate.Metrics.Groups;
using Gate.Metrics.Intervals;
using Gate.Metrics.Kinds;
using Gate.Metrics.Statistics;

namespace Gate.Metrics.Comparing;

/// <summary>How much worse the candidate is than the baseline on the same rows: paired rates, paired areas, and paired replicates for all
/// else. Positive is worse.</summary>
internal sealed class BaselineComparer(FrameStatistics statistics, Marginals marginals, FrameComparer comparer)
{
    // Fewer rows on which two models differ say too little of how much they can.
    private const int FewestDiffering = 10;

    // Of fewer rows of the rarer class, or of numbers, resampling says too little of how two rankings differ.
    private const double FewestRanked = 50;

    private readonly Dictionary<(Metric, ScopeKind, RegressionScale), Limits?[]> made = [];
    private readonly Dictionary<(Comparison, string, RegressionScale), Limits?> madeOfComparisons = [];

    /// <summary>A metric in each scope.</summary>
    public Measurement[] Of(Metric metric, Scopes scopes, RegressionScale scale, double confidence)
    {
        MetricValue[] candidate = statistics.Values(metric, Side.Candidate, scopes),
            baseline = statistics.Values(metric, Side.Baseline, scopes);
        MetricValue[] worse = [.. candidate.Zip(baseline, (own, other) => Worsening.Of(metric.Direction, metric.Name, own, other, scale))];
        if (statistics.IsSameModel) return [.. worse.Select(SameModel)];
        if (metric.IsCertain(statistics.Shape.Codes)) return [.. worse.Select(value => Certain(value, "no model can have another value"))];
        if (!made.TryGetValue((metric, scopes.Kind, scale), out Limits?[]? limits))
            made[(metric, scopes.Kind, scale)] = limits = worse.Any(value => value.IsDefined)
                ? Make(metric, scopes, scale, worse) : new Limits?[worse.Length];
        SignificanceTest?[] tests = worse.Any(value => value.IsDefined) ? Tests(metric, scopes) : new SignificanceTest?[worse.Length];
        return [.. worse.Select((value, s) => value.IsDefined ? Measured.Of(value, limits[s], confidence)
            with { Test = tests[s] } : new Measurement(value, null))];
    }

    /// <summary>A comparison of groups: its distance, for a sign says on which side groups differ and not how much.</summary>
    public Measurement Of(Comparison comparison, IReadOnlyList<bool> included, RegressionScale scale, double confidence)
    {
        Comparison distance = comparison.Signed ? comparison with { Signed = false } : comparison;
        MetricValue candidate = comparer.Estimate(distance, included, Side.Candidate),
            baseline = comparer.Estimate(distance, included, Side.Baseline);
        MetricValue worse = Worsening.Of(comparison.Direction, comparison.Name, candidate, baseline, scale);
        if (!worse.IsDefined) return new Measurement(worse, null);
        if (statistics.IsSameModel) return SameModel(worse);
        (Comparison, string, RegressionScale) key = (comparison, FrameComparer.Key(included), scale);
        if (!madeOfComparisons.TryGetValue(key, out Limits? limits))
            madeOfComparisons[key] = limits = Make(distance, included, scale, worse.Number);
        return Measured.Of(worse, limits, confidence);
    }

    /// <summary>A comparison whose two values have replicates of their own.</summary>
    public Measurement Of(Comparison comparison, (MetricValue Value, double[]? Replicates) candidate,
        (MetricValue Value, double[]? Replicates) baseline, RegressionScale scale, double confidence)
    {
        MetricValue worse = Worsening.Of(comparison.Direction, comparison.Name, candidate.Value, baseline.Value, scale);
        if (!worse.IsDefined || candidate.Replicates is null || baseline.Replicates is null) return new Measurement(worse, null);
        return statistics.IsSameModel
            ? SameModel(worse) : Measured.Of(worse, OfComparison(comparison, candidate.Replicates, baseline.Replicates,
            scale, worse.Number, double.PositiveInfinity), confidence);
    }

    private Limits?[] Make(Metric metric, Scopes scopes, RegressionScale scale, MetricValue[] worse)
    {
        bool relative = scale == RegressionScale.Relative;
        if (metric is RateMetric rate && statistics.Paired(rate, scopes) is { } pairs)
            return [.. pairs.Select(pair =>
                Worse(metric, relative ? new PairedRatioLimits(pair.Hits) : new PairedDifferenceLimits(pair.Hits)))];
        if (metric is CountMetric counted)
            return statistics.Counts.GammaLimitsOfPair(counted, scopes, worse,
                (one, other) => Worsening.Of(metric.Direction, one, other, scale));
        if (metric.LimitsKind == LimitsKind.Area)
            return [.. statistics.Placements.Paired(scopes).Select(areas => Worse(metric, new AreaDifferenceLimits(areas, relative)))];
        // Resampling rows adds the noise once more that raises these, or is too coarse for them.
        if (metric.LimitsKind is LimitsKind.Gaps or LimitsKind.Lead or LimitsKind.Rows)
            return AsIndependent(metric, scopes, relative, worse);
        bool[] areFew = metric is MeanMetric ? new bool[worse.Length]
            : Array.ConvertAll(statistics.EffectiveRarer(scopes), rows => rows < FewestRanked);
        // Neither is made where no scope takes it: replicates are drawn, and limits of either model searched for.
        Limits?[] independent = areFew.Contains(true) ? AsIndependent(metric, scopes, relative, worse) : [];
        if (!areFew.Contains(false)) return independent;
        Limits?[] paired = Replicated(metric, scopes, scale, worse);
        if (relative) paired = OfOtherThanZero(paired, marginals.Of(metric, Side.Baseline, scopes));
        return [.. paired.Select((limits, s) => areFew[s] ? independent[s] : limits)];
    }

    /// <summary>From the limits of either model, as if they had been measured on different rows: too wide where both err on the same
    /// ones.</summary>
    private Limits?[] AsIndependent(Metric metric, Scopes scopes, bool relative, MetricValue[] worse)
    {
        Limits?[] own = marginals.Of(metric, Side.Candidate, scopes), others = marginals.Of(metric, Side.Baseline, scopes);
        return [.. worse.Select((value, s) => value.IsDefined && own[s] is { } one && others[s] is { } other
            ? Worse(metric, relative ? new MappedLimits(new RatioLimits(one, other), ratio => ratio - 1, falling: false)
                : new DifferenceLimits(one, other))
            : null)];
    }

    /// <summary>A share of a baseline that may be 0 may be anything.</summary>
    private static Limits?[] OfOtherThanZero(Limits?[] relative, Limits?[] baselines) =>
        [.. relative.Zip(baselines, (limits, baseline) => limits is null || baseline is null ? null : new ShareOfLimits(limits, baseline))];

    private Limits?[] Replicated(Metric metric, Scopes scopes, RegressionScale scale, MetricValue[] worse)
    {
        if (statistics.Replicates(metric, Side.Candidate, scopes) is not double[] candidates
            || statistics.Replicates(metric, Side.Baseline, scopes) is not double[] baselines) return new Limits?[worse.Length];
        double[] rows = statistics.EffectiveRows(scopes);
        long[] differing = statistics.Differing(metric, scopes);
        MeanShape[] shapes = statistics.ShapesOfPair(metric, scopes);
        return [.. worse.Select((value, s) => value.IsDefined ? OfScope(s, value.Number) : null)];

        Limits? OfScope(int s, double value)
        {
            if (differing[s] < FewestDiffering) return TooAlike(value, differing[s]);
            MeanShape shape = metric.Direction == Direction.HigherIsBetter ? shapes[s].Negated : shapes[s];
            return shape.WhyNone(Everything) is string reason ? new NoLimits(value, reason)
                : ReplicateLimits.Of(Worsening.Of(metric.Direction, Replicates.Own(candidates, s, scopes.Count),
                    Replicates.Own(baselines, s, scopes.Count), scale), value, shape, rows[s], Everything, FrameStatistics.Method(metric));
        }
    }

    private Limits? Make(Comparison distance, IReadOnlyList<bool> included, RegressionScale scale, double worse)
    {
        if (comparer.Replicates(distance, included, Side.Candidate) is not double[] candidates
            || comparer.Replicates(distance, included, Side.Baseline) is not double[] baselines) return null;
        double rows = statistics.EffectiveRows(statistics.Groups).Where((_, g) => included[g]).Min();
        return OfComparison(distance, candidates, baselines, scale, worse, rows);
    }

    private Limits? OfComparison(Comparison distance, double[] candidates, double[] baselines, RegressionScale scale, double worse,
        double rows)
    {
        long differing = distance.Parts.Max(part => statistics.Differing(part, statistics.Overall)[0]);
        return differing < FewestDiffering ? TooAlike(worse, differing)
            : ReplicateLimits.Of(Worsening.Of(distance.Direction, candidates, baselines, scale), worse, MeanShape.Unknown, rows, Everything,
                FrameStatistics.Method(distance.Parts[0]));
    }

    /// <summary>Rows on which two models agree show that they seldom differ, and nothing of by how much where they do.</summary>
    private static NoLimits TooAlike(double worse, long rows) => new(worse, rows == 0
        ? "both models say the same of every row, which does not show by how much they would differ on another"
        : $"the models differ on {rows} row{(rows == 1 ? "" : "s")} only, and an interval needs {FewestDiffering}");

    private SignificanceTest?[] Tests(Metric metric, Scopes scopes)
    {
        if (metric is RateMetric rate && !statistics.IsWeighted && statistics.Paired(rate, scopes) is { } pairs)
            return [.. pairs.Select(pair => new SignificanceTest(McNemar.Name, McNemar.PValue(pair.CandidateOnly, pair.BaselineOnly)))];
        if (metric.LimitsKind != LimitsKind.Area) return new SignificanceTest?[scopes.Count];
        return [.. statistics.Placements.Paired(scopes).Select(areas => AreaDifferenceLimits.PValue(areas) is double p
            ? new SignificanceTest(DeLong.Method, p) : null)];
    }

    private static (double, double) Everything => (double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>A model differs from itself by nothing, with certainty.</summary>
    private static Measurement SameModel(MetricValue worse) => Certain(worse, "it is the baseline's own model");

    private static Measurement Certain(MetricValue worse, string reason) =>
        worse.IsDefined ? new(worse, null) { IsCertain = true, NoInterval = reason } : new(worse, null);

    private static Limits Worse(Metric metric, Limits change) =>
        metric.Direction == Direction.HigherIsBetter ? MappedLimits.Negative(change) : change;
}
