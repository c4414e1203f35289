using Gate.Metrics.Groups;
using Gate.Metrics.Intervals;
using Gate.Metrics.Kinds;
using Gate.Metrics.Resampling;
using Gate.Metrics.Rows;
using Gate.Metrics.Sampling;

namespace Gate.Metrics.Statistics;

/// <summary>Metrics of sorted rows of one frame. Estimates come straight from the rows; only replicates need their patterns.</summary>
internal sealed class RankStatistics(Sample candidate, Sample? baseline, Grouping grouping, Lazy<RowPatterns> patterns,
    Lazy<RowBootstrap> bootstrap, FrameOptions options, CancellationToken cancel) : IReplicates<RankedMetric>
{
    private readonly Dictionary<(RankBy, int Class, Side, Scopes), Ranking> rankings = [];
    private ((RankBy, int Class, Side) Of, SortedRows Rows)? sorted;
    private ((RankBy, int Class, Side, Scopes) Of, SortedRows Rows)? split;
    private double[]? spare;

    public MetricValue[] Estimate(RankedMetric metric, Side side, Scopes scopes)
    {
        int classes = ClassesOf(metric);
        var values = new MetricValue[classes][];
        for (int k = 0; k < classes; k++)
        {
            SortedRows rows = Sorted(metric.RankBy, k, side, scopes);
            MetricValue[] own = values[k] = new MetricValue[scopes.Count];
            Workers.For(scopes.Count, options.Threads, () => RoomFor(rows), (s, room) => own[s] = metric.Compute(rows.Rows(s, room)),
                cancel);
        }
        var means = new MetricValue[scopes.Count];
        for (int s = 0; s < means.Length; s++) means[s] = Mean(classes, k => values[k][s]);
        return means;
    }

    /// <summary>The limits of the largest lead of the positives in each scope.</summary>
    public Limits?[] Leads(Side side, Scopes scopes, MetricValue[] values) =>
        OfRows(side, scopes, values, rows => RaisedNumbers.OfLead(rows, options));

    /// <summary>The limits of a metric that has a rule of its own, in each scope.</summary>
    public Limits?[] OfRows(RankedMetric metric, Side side, Scopes scopes, MetricValue[] values) =>
        OfRows(side, scopes, values, metric.LimitsOf);

    private delegate Limits? LimitsOfRows(RankedRows rows);

    private Limits?[] OfRows(Side side, Scopes scopes, MetricValue[] values, LimitsOfRows make)
    {
        SortedRows rows = Sorted(RankBy.Score, 0, side, scopes);
        var limits = new Limits?[scopes.Count];
        Workers.For(scopes.Count, options.Threads, () => RoomFor(rows),
            (s, room) => limits[s] = values[s].IsDefined ? make(rows.Rows(s, room)) : null, cancel);
        return limits;
    }

    public double[] Replicate(RankedMetric metric, Side side, Scopes scopes)
    {
        Ranking[] own = [.. Enumerable.Range(0, ClassesOf(metric)).Select(k => RankingOf(metric.RankBy, k, side, scopes))];
        int replicates = bootstrap.Value.Replicates;
        bool weighted = candidate.Weights is not null;
        var values = new double[scopes.Count * replicates];
        bootstrap.Value.ForEach(() => new double[patterns.Value.Length], (r, drawn, weights) =>
        {
            for (int s = 0; s < scopes.Count; s++)
            {
                double sum = 0;
                foreach (Ranking ranking in own)
                {
                    cancel.ThrowIfCancellationRequested();
                    sum += metric.Compute(ranking.Rows(s, drawn.Span, weights, weighted)).NumberOrNull ?? double.NaN;
                }
                values[s * replicates + r] = sum / own.Length;
            }
        });
        return values;
    }

    /// <summary>
    /// The rows of each scope in order: what every estimate and every analytic interval of a ranked metric reads. Sorted once for all
    /// scopes. Only the rows last asked for are kept: each takes about as much memory as the columns that they come from.
    /// </summary>
    /// <param name="by">What rows are sorted by.</param>
    /// <param name="k">The class in turn, for <see cref="RankBy.EachClass"/>; else 0.</param>
    /// <param name="side">Whose scores.</param>
    /// <param name="scopes">The scopes.</param>
    public SortedRows Sorted(RankBy by, int k, Side side, Scopes scopes)
    {
        if (split is { } last && last.Of == (by, k, side, scopes)) return last.Rows;
        split = null;
        SortedRows all;
        if (sorted is { } found && found.Of == (by, k, side)) all = found.Rows;
        else
        {
            sorted = null;
            Sample sample = side == Side.Candidate ? candidate : baseline!;
            all = RowSort.Sort(RankKeys.Of(by, k, sample), RankKeys.Descending(by), sample.Labels, RankKeys.Positive(by, k), sample.Weights,
                grouping.Groups.Count > 1 ? grouping.RowCodes : null, options.Threads, cancel);
            sorted = ((by, k, side), all);
        }
        SortedRows rows = RowScopes.Split(all, scopes, spare, options.Threads, cancel);
        if (scopes.Count > 1) spare = null;
        split = ((by, k, side, scopes), rows);
        return rows;
    }

    /// <summary>Scratch. What was needed for all rows at once is kept for the next split, which is likely to follow and needs as
    /// much.</summary>
    private SortedRows.Room RoomFor(SortedRows rows)
    {
        var room = new SortedRows.Room(rows);
        if (rows.Scopes == 1 && rows.Groups is not null) spare = room.Positives;
        return room;
    }

    private int ClassesOf(RankedMetric metric) => metric.RankBy == RankBy.EachClass ? candidate.Classes.Count : 1;

    private MetricValue Mean(int classes, Func<int, MetricValue> valueOf)
    {
        double sum = 0;
        for (int k = 0; k < classes; k++)
        {
            MetricValue value = valueOf(k);
            if (!value.IsDefined)
                return classes == 1 ? value : MetricValue.Missing($"{value.Undefined} (class {candidate.Classes[k]} against the others)");
            sum += value.Number;
        }
        return MetricValue.Of(sum / classes);
    }

    private Ranking RankingOf(RankBy by, int k, Side side, Scopes scopes)
    {
        if (rankings.TryGetValue((by, k, side, scopes), out Ranking? found)) return found;
        cancel.ThrowIfCancellationRequested();
        RowPatterns merged = patterns.Value;
        if (merged.Members is null) return rankings[(by, k, side, scopes)] = Ranking.Of(Sorted(by, k, side, scopes), merged);
        Sample sample = side == Side.Candidate ? candidate : baseline!;
        double[] all = RankKeys.Of(by, k, sample), keys = Array.ConvertAll(merged.Row, row => all[row]);
        int of = RankKeys.Positive(by, k);
        Ranking ranking = Ranking.Sort(keys, RankKeys.Descending(by), p => sample.Labels is not null && sample.Labels[merged.Row[p]] == of,
            merged, scopes);
        return rankings[(by, k, side, scopes)] = ranking;
    }
}
