using Gate.Metrics.Intervals;

namespace Gate.Metrics.Statistics;

/// <summary>All families of statistics of one frame behind one door: the values of any metric for either model, and their replicates.</summary>
internal sealed class FrameStatistics
{
    private readonly Sample candidate;
    private readonly Sample? baseline;
    private readonly CountStatistics counts;
    private readonly Lazy<MeanStatistics> means;
    private readonly Lazy<RankStatistics> ranks;
    private readonly Dictionary<(Metric, Side, ScopeKind), MetricValue[]> values = [];
    private readonly Dictionary<(Metric, Side, ScopeKind), double[]> replicates = [];

    public FrameStatistics(Sample candidate, Sample? baseline, Grouping grouping, FrameOptions options, CancellationToken cancel)
    {
        (this.candidate, this.baseline) = (candidate, baseline);
        CellTable table = CellGatherer.Gather(candidate, grouping, baseline, options.Threads, cancel);
        counts = new CountStatistics(table, options, cancel);
        var patterns = new Lazy<RowPatterns>(() => RowPatterns.Of(candidate, grouping, baseline));
        var bootstrap = new Lazy<RowBootstrap>(() => new RowBootstrap(patterns.Value, options, cancel));
        means = new(() => new MeanStatistics(candidate, baseline, grouping, patterns, bootstrap, options, cancel));
        ranks = new(() => new RankStatistics(candidate, baseline, grouping, patterns, bootstrap, options, cancel));
        Overall = Scopes.Overall(grouping);
        Groups = Scopes.Groups(grouping);
        Levels = grouping.Control.Count == 0 ? Overall : Scopes.Levels(grouping);
        OverallCounts = Tallies.Of(table, Overall, candidate)[0];
        GroupCounts = Tallies.Of(table, Groups, candidate);
    }

    public Scopes Overall { get; }

    /// <summary>The control levels; the same as <see cref="Overall"/> where there is no control.</summary>
    public Scopes Levels { get; }

    public Scopes Groups { get; }

    public GroupCounts OverallCounts { get; }

    public IReadOnlyList<GroupCounts> GroupCounts { get; }

    /// <summary>A metric's value in each scope.</summary>
    public MetricValue[] Values(Metric metric, Side side, Scopes scopes)
    {
        if (!values.TryGetValue((metric, side, scopes.Kind), out MetricValue[]? found))
            values[(metric, side, scopes.Kind)] = found = Compute(metric, side, scopes);
        return found;
    }

    /// <summary>A metric's replicates in each scope, scope-major; null for a metric without uncertainty.</summary>
    public double[]? Replicates(Metric metric, Side side, Scopes scopes)
    {
        if (metric is TallyMetric || Applicability.Refuse(metric, SampleOf(side)) is not null) return null;
        if (!replicates.TryGetValue((metric, side, scopes.Kind), out double[]? found))
            replicates[(metric, side, scopes.Kind)] = found = metric switch
            {
                CountMetric own => counts.Replicate(own, side, scopes),
                MeanMetric own => means.Value.Replicate(own, side, scopes),
                RankedMetric own => ranks.Value.Replicate(own, side, scopes),
                _ => [],
            };
        return found;
    }

    /// <summary>The effective number of trials behind a rate in each scope.</summary>
    public double[] EffectiveTrials(RateMetric metric, Side side, Scopes scopes) => counts.EffectiveTrials(metric, side, scopes);

    /// <summary>What made a metric's replicates.</summary>
    public static string Method(Metric metric) => metric is CountMetric ? CountStatistics.Method : RowBootstrap.Method;

    private Sample SampleOf(Side side) => side == Side.Candidate ? candidate : baseline!;

    private MetricValue[] Compute(Metric metric, Side side, Scopes scopes)
    {
        if (Applicability.Refuse(metric, SampleOf(side)) is string reason)
        {
            var none = new MetricValue[scopes.Count];
            Array.Fill(none, MetricValue.Missing(reason));
            return none;
        }
        return metric switch
        {
            TallyMetric own => Tally(own, scopes),
            CountMetric own => counts.Estimate(own, side, scopes),
            MeanMetric own => means.Value.Estimate(own, side, scopes),
            RankedMetric own => ranks.Value.Estimate(own, side, scopes),
            _ => throw new InvalidOperationException($"the metric {metric.Name} is not computed from a sample"),
        };
    }

    private MetricValue[] Tally(TallyMetric metric, Scopes scopes)
    {
        var sums = new double[scopes.Count];
        for (int g = 0; g < GroupCounts.Count; g++) sums[scopes.OfGroup[g]] += metric.Compute(GroupCounts[g]);
        return Array.ConvertAll(sums, MetricValue.Of);
    }
}
