using Gate.Metrics.Cells;
using Gate.Metrics.Groups;
using Gate.Metrics.Intervals;
using Gate.Metrics.Kinds;
using Gate.Metrics.Resampling;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Statistics;

/// <summary>All kinds of statistics of one frame behind one door: the values of any metric for either model, and their
/// replicates.</summary>
internal sealed class FrameStatistics
{
    private readonly (Sample Candidate, Sample? Baseline)? rows;
    private readonly Grouping grouping;
    private readonly Scopes?[] rests;
    private readonly CellTable table;
    private readonly CountStatistics counts;
    private readonly Lazy<MeanStatistics> means;
    private readonly Lazy<RankStatistics> ranks;
    private readonly Lazy<OrderedStatistics> ordered;
    private readonly Lazy<Placements> placements;
    private readonly Dictionary<(Metric, Side, ScopeKind), MetricValue[]> values = [];
    private readonly Dictionary<(Metric, Side, ScopeKind), double[]> replicates = [];

    /// <summary>Statistics of rows.</summary>
    public FrameStatistics(Sample candidate, Sample? baseline, Grouping grouping, FrameOptions options, CancellationToken cancel)
        : this(FrameShape.Of(candidate, baseline), CellGatherer.Gather(candidate, grouping, baseline, options.Threads, cancel),
            (candidate, baseline), grouping, options, cancel)
    {
    }

    /// <summary>Statistics of counts alone: what reads rows is undefined.</summary>
    public FrameStatistics(GatheredCounts gathered, Grouping grouping, FrameOptions options, CancellationToken cancel)
        : this(FrameShape.Of(gathered), CellTable.Of(gathered, grouping.Groups.Count), null, grouping, options, cancel)
    {
    }

    private FrameStatistics(FrameShape shape, CellTable table, (Sample, Sample?)? rows, Grouping grouping, FrameOptions options,
        CancellationToken cancel)
    {
        (Shape, this.table, this.rows, this.grouping, rests) = (shape, table, rows, grouping, new Scopes?[grouping.Groups.Count]);
        (Threads, Cancel) = (options.Threads, cancel);
        counts = new CountStatistics(table, options, cancel);
        var patterns = new Lazy<RowPatterns>(() => RowPatterns.Of(Rows.Candidate, grouping, Rows.Baseline, options.Seed));
        var bootstrap = new Lazy<RowBootstrap>(() => new RowBootstrap(patterns.Value, options, cancel));
        means = new(() => new MeanStatistics(Rows.Candidate, Rows.Baseline, grouping, patterns, bootstrap, options, cancel));
        ranks = new(() => new RankStatistics(Rows.Candidate, Rows.Baseline, grouping, patterns, bootstrap, options, cancel));
        ordered = new(() => new OrderedStatistics(Rows.Candidate, Rows.Baseline, patterns.Value, bootstrap.Value, cancel));
        placements = new(() => new Placements(Rows.Candidate, Rows.Baseline, ranks.Value, options.Threads, cancel));
        Overall = Scopes.Overall(grouping);
        Groups = Scopes.Groups(grouping);
        Levels = grouping.Control.Count == 0 ? Overall : Scopes.Levels(grouping);
        OverallCounts = Tallies.Of(table, Overall, shape)[0];
        GroupCounts = Tallies.Of(table, Groups, shape);
    }

    /// <summary>What was gathered.</summary>
    public FrameShape Shape { get; }

    /// <summary>How many threads may work; 0 for all cores.</summary>
    public int Threads { get; }

    /// <summary>Stops the work.</summary>
    public CancellationToken Cancel { get; }

    public Scopes Overall { get; }

    /// <summary>The control levels; the same as <see cref="Overall"/> where there is no control.</summary>
    public Scopes Levels { get; }

    public Scopes Groups { get; }

    /// <summary>All other rows of a group's control level, as the first of two scopes.</summary>
    public Scopes Rest(int group) => rests[group] ??= Scopes.Rest(grouping, group);

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
        if (metric is TallyMetric || Applicability.Refuse(metric, Shape, side) is not null) return null;
        if (!replicates.TryGetValue((metric, side, scopes.Kind), out double[]? found))
            replicates[(metric, side, scopes.Kind)] = found = metric switch
            {
                CountMetric own => counts.Replicate(own, side, scopes),
                MeanMetric own => means.Value.Replicate(own, side, scopes),
                RankedMetric own => ranks.Value.Replicate(own, side, scopes),
                OrderedMetric own => ordered.Value.Replicate(own, side, scopes),
                _ => [],
            };
        return found;
    }

    /// <summary>The effective number of trials behind a rate in each scope.</summary>
    public double[] EffectiveTrials(RateMetric metric, Side side, Scopes scopes) => counts.EffectiveTrials(metric, side, scopes);

    /// <summary>The weight of the trials of a rate in each scope.</summary>
    public double[] Trials(RateMetric metric, Side side, Scopes scopes) => counts.Trials(metric, side, scopes);

    /// <summary>The effective number of rows in each scope.</summary>
    public double[] EffectiveRows(Scopes scopes) => counts.EffectiveRows(scopes);

    /// <summary>The BCa acceleration of a metric's bootstrap in each scope; zeros where there is none.</summary>
    public double[] Accelerations(Metric metric, Side side, Scopes scopes) => metric switch
    {
        CountMetric own => counts.Accelerations(own, side, scopes),
        MeanMetric own => means.Value.Accelerations(own, side, scopes),
        _ => new double[scopes.Count],
    };

    /// <summary>Draws of a count-based metric in a scope in which all rows agree.</summary>
    public double[] Smoothed(CountMetric metric, Side side, Scopes scopes, int scope) => counts.Smoothed(metric, side, scopes, scope);

    /// <summary>Draws of a function of candidate and baseline in a scope in which all rows agree.</summary>
    public double[] SmoothedPair(CountMetric metric, Scopes scopes, int scope, Func<double, double, double> difference) =>
        counts.SmoothedPair(metric, scopes, scope, difference);

    /// <summary>The trials of candidate and baseline together; null for a rate whose trials depend on the prediction.</summary>
    public (PairedHits Hits, long CandidateOnly, long BaselineOnly)[]? Paired(RateMetric metric, Scopes scopes) =>
        counts.Paired(metric, scopes);

    /// <summary>Areas under the ROC curve, with their variances.</summary>
    public Placements Placements => placements.Value;

    public bool IsWeighted => Shape.IsWeighted;

    /// <summary>What stands behind scopes, with one class as the positive one.</summary>
    public GroupCounts[] CountsOfClass(Scopes scopes, int code) => Tallies.OfClass(table, scopes, Shape, code);

    /// <summary>Whether candidate and baseline say the same of every row, as far as the metric reads it.</summary>
    public bool AreIdentical(Metric metric) => metric switch
    {
        _ when metric.IsCertain(Shape.Codes) => true,
        { LimitsKind: LimitsKind.Area } => Placements.RankAlike(Overall),
        { NeedsRows: true } => SayTheSame(metric.Inputs, Rows.Candidate, Rows.Baseline!),
        _ => !metric.Inputs.HasFlag(MetricInputs.Predictions) || table.Cells.All(cell => cell.Prediction == cell.Baseline),
    };

    private (Sample Candidate, Sample? Baseline) Rows =>
        rows ?? throw new InvalidOperationException("rows are read where only their counts were gathered");

    private static bool SayTheSame(MetricInputs read, Sample one, Sample other) =>
        (!read.HasFlag(MetricInputs.Predictions) || Same(one.Predictions, other.Predictions))
        && (!read.HasFlag(MetricInputs.Scores) || Same(one.Scores, other.Scores))
        && (!read.HasFlag(MetricInputs.Values) || (Same(one.Estimates, other.Estimates) && Same(one.Predictions, other.Predictions)))
        && (!read.HasFlag(MetricInputs.IntervalEnds) || (Same(one.Lower, other.Lower) && Same(one.Upper, other.Upper)));

    private static bool Same<T>(T[]? one, T[]? other) where T : IEquatable<T> =>
        ReferenceEquals(one, other) || (one is not null && other is not null && one.AsSpan().SequenceEqual(other));

    /// <summary>What made a metric's replicates.</summary>
    public static string Method(Metric metric) => metric is CountMetric ? CountStatistics.Method : RowBootstrap.Method;

    /// <summary>The counts of label × prediction, for what reads those of several groups at once.</summary>
    public CountStatistics Counts => counts;

    private MetricValue[] Compute(Metric metric, Side side, Scopes scopes)
    {
        if (Applicability.Refuse(metric, Shape, side) is string reason)
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
            OrderedMetric own => ordered.Value.Estimate(own, side, scopes),
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
