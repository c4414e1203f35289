using Gate.Metrics.Groups;
using Gate.Metrics.Intervals;
using Gate.Metrics.Kinds;
using Gate.Metrics.Sampling;

namespace Gate.Metrics.Statistics;

/// <summary>The limits of each metric in each scope of a frame, made once and then asked at any confidence.</summary>
internal sealed class Marginals(FrameStatistics statistics)
{
    private readonly Dictionary<(Metric, Side, ScopeKind), Limits?[]> made = [];

    /// <summary>The limits in each scope; null where the metric is undefined or has none.</summary>
    public Limits?[] Of(Metric metric, Side side, Scopes scopes)
    {
        if (!made.TryGetValue((metric, side, scopes.Kind), out Limits?[]? found))
            made[(metric, side, scopes.Kind)] = found = Make(metric, side, scopes);
        return found;
    }

    private Limits?[] Make(Metric metric, Side side, Scopes scopes)
    {
        MetricValue[] values = statistics.Values(metric, side, scopes);
        if (!values.Any(value => value.IsDefined)) return new Limits?[values.Length];
        Func<int, Limits?>? make = metric.LimitsKind switch
        {
            _ when metric.IsCertain(statistics.Shape.Codes) => s => new ExactLimits(values[s].Number, FrameStatistics.Method(metric)),
            LimitsKind.Rate => OfRate((RateMetric)metric, side, scopes, values),
            LimitsKind.Area => OfArea(side, scopes),
            LimitsKind.Share => OfShare(scopes, values),
            LimitsKind.Gaps or LimitsKind.Lead when statistics.Draws == 0 => null,
            LimitsKind.Gaps => Made(statistics.Gaps((GapMetric)metric, side, scopes, values)),
            LimitsKind.Lead => Made(statistics.Leads(side, scopes, values)),
            LimitsKind.Rows => Made(statistics.OfRows((RankedMetric)metric, side, scopes, values)),
            LimitsKind.None => s => new NoLimits(values[s].Number, $"no method gives {metric.Name} limits that hold"),
            _ when metric is CountMetric counted => Made(statistics.Counts.GammaLimits(counted, side, scopes, values)),
            _ => OfReplicates(metric, side, scopes, values),
        };
        var limits = new Limits?[values.Length];
        // Replicates have to be put in order: as many pieces of work as there are scopes.
        int threads = metric.LimitsKind is LimitsKind.Rate or LimitsKind.Area ? 1 : statistics.Threads;
        if (make is not null)
            Workers.For(limits.Length, threads, static () => 0, (s, _) => limits[s] = values[s].IsDefined ? make(s) : null,
                statistics.Cancel);
        return limits;
    }

    private Func<int, Limits> OfRate(RateMetric metric, Side side, Scopes scopes, MetricValue[] values)
    {
        double[] trials = statistics.EffectiveTrials(metric, side, scopes);
        return s => new ShareLimits(values[s].Number, trials[s]);
    }

    private Func<int, Limits> OfShare(Scopes scopes, MetricValue[] values)
    {
        double[] rows = statistics.EffectiveRows(scopes);
        return s => new ShareLimits(values[s].Number, rows[s]);
    }

    private Func<int, Limits> OfArea(Side side, Scopes scopes)
    {
        Areas[] areas = statistics.Placements.Of(side, scopes);
        return s => new AreaLimits(areas[s].Candidate, areas[s].CandidateVariance, areas[s]);
    }

    private static Func<int, Limits?> Made(Limits?[] limits) => s => limits[s];

    private Func<int, Limits?>? OfReplicates(Metric metric, Side side, Scopes scopes, MetricValue[] values)
    {
        if (statistics.Replicates(metric, side, scopes) is not double[] replicates) return null;
        MeanShape[] shapes = statistics.Shapes(metric, side, scopes);
        double[] rows = statistics.EffectiveRows(scopes);
        string method = FrameStatistics.Method(metric);
        return s => shapes[s].WhyNone(metric.Range) is string reason ? new NoLimits(values[s].Number, reason)
            : ReplicateLimits.Of(Replicates.Own(replicates, s, scopes.Count), values[s].Number, shapes[s], rows[s], metric.Range, method)
                is not { } limits ? null
            : metric is RankedMetric { IsShareAtCut: true }
                ? new WiderLimits(limits, new ShareLimits(values[s].Number, Math.Max(1, shapes[s].Rarer)))
            : limits;
    }
}
