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
    private readonly FrameOptions options;
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
        (this.options, Cancel) = (options, cancel);
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

    /// <summary>Statistics of counts alone, with the rows of each group there so many times.</summary>
    public FrameStatistics Repeated(IReadOnlyList<double> times)
    {
        Cell[] cells = Array.ConvertAll(table.Cells, cell => cell with
        {
            Count = (long)Math.Ceiling(cell.Count * times[cell.Group]),
            Weight = cell.Weight * times[cell.Group],
            Square = cell.Square * times[cell.Group],
        });
        FrameShape shape = Shape with { HasRows = false, Rows = cells.Sum(cell => cell.Count) };
        return new(shape, table with { Cells = cells }, null, grouping, options, Cancel);
    }

    /// <summary>What was gathered.</summary>
    public FrameShape Shape { get; }

    /// <summary>How many threads may work; 0 for all cores.</summary>
    public int Threads => options.Threads;

    /// <summary>How many random draws an interval may take; 0 where none are wanted.</summary>
    public int Draws => options.Replicates;

    /// <summary>Whether candidate and baseline are known to be one model.</summary>
    public bool IsSameModel => options.IsSameModel;

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

    /// <summary>The effective number of rows of the rarer class in each scope.</summary>
    public double[] EffectiveRarer(Scopes scopes) => counts.EffectiveRarer(scopes);

    /// <summary>The shape of what rows add to a metric in each scope.</summary>
    public MeanShape[] Shapes(Metric metric, Side side, Scopes scopes) =>
        metric is MeanMetric mean ? OfOutcomes(mean, means.Value.Shapes(mean, side, scopes), [side], scopes) : OfRanking(scopes);

    /// <summary>The shape of what rows add to the difference of candidate and baseline.</summary>
    public MeanShape[] ShapesOfPair(Metric metric, Scopes scopes) =>
        metric is MeanMetric mean ? OfOutcomes(mean, means.Value.ShapesOfPair(mean, scopes),
            [Side.Candidate, Side.Baseline], scopes) : OfRanking(scopes);

    /// <summary>Losses hang on the rows of the rarer class and on mistakes, half as much as a ranking does.</summary>
    private MeanShape[] OfOutcomes(MeanMetric metric, MeanShape[] shapes, Side[] sides, Scopes scopes)
    {
        if (!metric.ReadsOutcomes) return shapes;
        double[] rarer = EffectiveRarer(scopes);
        foreach (Side side in sides.Where(side => Shape.Inputs(side).HasFlag(MetricInputs.Predictions)))
            rarer = [.. rarer.Zip(counts.EffectiveMisses(side, scopes), Math.Min)];
        return [.. shapes.Zip(rarer, (shape, rare) => shape with { Rarer = 2 * rare })];
    }

    private MeanShape[] OfRanking(Scopes scopes)
    {
        double[] rarer = EffectiveRarer(scopes), rows = counts.Rows(scopes), effective = EffectiveRows(scopes);
        return [.. rarer.Select((own, s) => MeanShape.Unknown with { Rarer = own, Rows = rows[s], EffectiveRows = effective[s] })];
    }

    /// <summary>The trials of candidate and baseline together; null for a rate whose trials depend on the prediction.</summary>
    public (PairedHits Hits, long CandidateOnly, long BaselineOnly)[]? Paired(RateMetric metric, Scopes scopes) =>
        counts.Paired(metric, scopes);

    /// <summary>Areas under the ROC curve, with their variances.</summary>
    public Placements Placements => placements.Value;

    public bool IsWeighted => Shape.IsWeighted;

    /// <summary>What stands behind scopes, with one class as the positive one.</summary>
    public GroupCounts[] CountsOfClass(Scopes scopes, int code) => Tallies.OfClass(table, scopes, Shape, code);

    /// <summary>On how many rows of each scope candidate and baseline differ in what a metric reads.</summary>
    public long[] Differing(Metric metric, Scopes scopes)
    {
        var rows = new long[scopes.Count];
        if (metric.NeedsRows)
        {
            var differences = new RowDifferences(metric.Inputs, Rows.Candidate, Rows.Baseline!);
            for (int row = 0; row < Rows.Candidate.Rows; row++)
                if (differences.At(row)) rows[scopes.OfGroup[grouping.RowCodes[row]]]++;
            return rows;
        }
        foreach (Cell cell in table.Cells)
            if (cell.Prediction != cell.Baseline && metric.Inputs.HasFlag(MetricInputs.Predictions))
                rows[scopes.OfGroup[cell.Group]] += cell.Count;
        return rows;
    }

    private (Sample Candidate, Sample? Baseline) Rows =>
        rows ?? throw new InvalidOperationException("rows are read where only their counts were gathered");

    /// <summary>What made a metric's replicates.</summary>
    public static string Method(Metric metric) => metric is CountMetric ? CountStatistics.Method : RowBootstrap.Method;

    /// <summary>The limits of gaps that noise can only widen, in each scope.</summary>
    public Limits?[] Gaps(GapMetric metric, Side side, Scopes scopes, MetricValue[] values)
    {
        IReadOnlyList<GapBin>[] bins = ordered.Value.Bins(metric, side, scopes);
        double[] effective = EffectiveRows(scopes);
        return [.. values.Select((value, s) => value.IsDefined ? RaisedNumbers.OfGaps(metric, bins[s], effective[s], options) : null)];
    }

    /// <summary>The limits of the largest lead of the positives over the negatives, in each scope.</summary>
    public Limits?[] Leads(Side side, Scopes scopes, MetricValue[] values) => ranks.Value.Leads(side, scopes, values);

    /// <summary>The limits of a metric of sorted rows that has a rule of its own, in each scope.</summary>
    public Limits?[] OfRows(RankedMetric metric, Side side, Scopes scopes, MetricValue[] values) =>
        ranks.Value.OfRows(metric, side, scopes, values);

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
