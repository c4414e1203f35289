using Gate.Metrics.Groups;
using Gate.Metrics.Intervals;
using Gate.Metrics.Kinds;
using Gate.Metrics.Resampling;
using Gate.Metrics.Statistics;

namespace Gate.Metrics.Comparing;

/// <summary>How much worse the candidate is than the baseline on the same rows: paired rates, paired areas, and paired replicates for all
/// else. Positive is worse.</summary>
internal sealed class BaselineComparer(FrameStatistics statistics, FrameComparer comparer)
{
    private readonly Dictionary<(Metric, ScopeKind, RegressionScale), Limits?[]> made = [];
    private readonly Dictionary<(Comparison, string, RegressionScale), Limits?> madeOfComparisons = [];

    /// <summary>A metric in each scope.</summary>
    public Measurement[] Of(Metric metric, Scopes scopes, RegressionScale scale, double confidence)
    {
        MetricValue[] candidate = statistics.Values(metric, Side.Candidate, scopes),
            baseline = statistics.Values(metric, Side.Baseline, scopes);
        MetricValue[] worse = [.. candidate.Zip(baseline, (own, other) => Worsening.Of(metric.Direction, metric.Name, own, other, scale))];
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
        string method = FrameStatistics.Method(comparison.Parts[0]);
        double[] differences = Worsening.Of(comparison.Direction, candidate.Replicates, baseline.Replicates, scale);
        Limits? limits = comparison.Parts.All(statistics.AreIdentical) ? new ExactLimits(0, method) : ReplicateLimits.Of(differences,
            worse.Number, 0, double.PositiveInfinity, Everything, method);
        return Measured.Of(worse, limits, confidence);
    }

    private Limits?[] Make(Metric metric, Scopes scopes, RegressionScale scale, MetricValue[] worse)
    {
        string method = FrameStatistics.Method(metric);
        bool relative = scale == RegressionScale.Relative;
        if (metric is RateMetric rate && statistics.Paired(rate, scopes) is { } pairs)
        {
            if (statistics.AreIdentical(metric)) return Same(worse.Length, relative ? Mover.Method : TangoLimits.Name);
            return [.. pairs.Select(pair => Worse(metric, relative ? new PairedRatioLimits(pair.Hits) : new TangoLimits(pair.Hits)))];
        }
        if (statistics.Replicates(metric, Side.Candidate, scopes) is not double[] candidates
            || statistics.Replicates(metric, Side.Baseline, scopes) is not double[] baselines)
            return new Limits?[worse.Length];
        if (statistics.AreIdentical(metric)) return Same(worse.Length, metric.LimitsKind == LimitsKind.Area ? DeLong.Method : method);
        if (metric.LimitsKind == LimitsKind.Area)
            return [.. statistics.Placements.Paired(scopes).Select(areas => Worse(metric, new AreaDifferenceLimits(areas, relative)))];
        double[] rows = statistics.EffectiveRows(scopes);
        return [.. worse.Select((value, s) => value.IsDefined ? Replicated(s, value.Number) : null)];

        Limits? Replicated(int s, double value)
        {
            double[] differences = Worsening.Of(metric.Direction, Replicates.Own(candidates, s, scopes.Count),
                Replicates.Own(baselines, s, scopes.Count), scale);
            if (!Replicates.AreFlat(differences)) return ReplicateLimits.Of(differences, value, 0, rows[s], Everything, method);
            return metric is CountMetric counted
                ? ReplicateLimits.Of(statistics.SmoothedPair(counted, scopes, s, (one, other) => Worsening.Of(metric.Direction, one, other,
                    scale)), value, 0, double.PositiveInfinity, Everything, SmoothedCells.Method, plain: true)
                : null;
        }
    }

    private Limits? Make(Comparison distance, IReadOnlyList<bool> included, RegressionScale scale, double worse)
    {
        string method = FrameStatistics.Method(distance.Parts[0]);
        if (comparer.Replicates(distance, included, Side.Candidate) is not double[] candidates
            || comparer.Replicates(distance, included, Side.Baseline) is not double[] baselines) return null;
        if (distance.Parts.All(statistics.AreIdentical)) return new ExactLimits(0, method);
        double rows = statistics.EffectiveRows(statistics.Groups).Where((_, g) => included[g]).Min();
        double[] differences = Worsening.Of(distance.Direction, candidates, baselines, scale);
        return ReplicateLimits.Of(differences, worse, 0, rows, Everything, method);
    }

    private SignificanceTest?[] Tests(Metric metric, Scopes scopes)
    {
        if (metric is RateMetric rate && !statistics.IsWeighted && statistics.Paired(rate, scopes) is { } pairs)
            return [.. pairs.Select(pair => new SignificanceTest(McNemar.Name, McNemar.PValue(pair.CandidateOnly, pair.BaselineOnly)))];
        if (metric.LimitsKind != LimitsKind.Area) return new SignificanceTest?[scopes.Count];
        bool identical = statistics.AreIdentical(metric);
        return [.. statistics.Placements.Paired(scopes).Select(areas => (identical ? 1 : AreaDifferenceLimits.PValue(areas)) is double p
            ? new SignificanceTest(DeLong.Method, p) : null)];
    }

    private static (double, double) Everything => (double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Two equal models differ by nothing, with certainty.</summary>
    private static Limits?[] Same(int scopes, string method) => [.. Enumerable.Range(0, scopes).Select(_ => new ExactLimits(0, method))];

    private static Limits Worse(Metric metric, Limits change) =>
        metric.Direction == Direction.HigherIsBetter ? MappedLimits.Negative(change) : change;
}
