using Gate.Metrics.Groups;
using Gate.Metrics.Kinds;
using Gate.Metrics.Resampling;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Statistics;

/// <summary>Metrics of facts of ordered rows of one frame.</summary>
internal sealed class OrderedStatistics(Sample candidate, Sample? baseline, RowPatterns patterns, RowBootstrap bootstrap,
    CancellationToken cancel)
    : IReplicates<OrderedMetric>
{
    private readonly Dictionary<(RowOrder, int Class, Side, ScopeKind), RowSequence> sequences = [];
    private readonly Dictionary<(OrderedMetric, Side, ScopeKind), ClassRows[]> rows = [];

    public MetricValue[] Estimate(OrderedMetric metric, Side side, Scopes scopes) =>
        Compute(metric, RowsOf(metric, side, scopes), Once(), new double[patterns.Length], scopes);

    /// <summary>The bins of a metric in each scope.</summary>
    public IReadOnlyList<GapBin>[] Bins(GapMetric metric, Side side, Scopes scopes)
    {
        ClassRows rows = RowsOf(metric, side, scopes)[0];
        (float[] once, double[] room) = (Once(), new double[patterns.Length]);
        return [.. Enumerable.Range(0, scopes.Count).Select(s => metric.Bins(rows.Of(s, once, room)))];
    }

    public double[] Replicate(OrderedMetric metric, Side side, Scopes scopes)
    {
        ClassRows[] own = RowsOf(metric, side, scopes);
        int replicates = bootstrap.Replicates;
        var values = new double[scopes.Count * replicates];
        bootstrap.ForEach(() => new double[patterns.Length], (r, drawn, weights) =>
        {
            MetricValue[] computed = Compute(metric, own, drawn.Span, weights, scopes);
            for (int s = 0; s < computed.Length; s++) values[s * replicates + r] = computed[s].NumberOrNull ?? double.NaN;
        });
        return values;
    }

    /// <summary>Every row as often as it is there.</summary>
    private float[] Once()
    {
        var once = new float[patterns.DrawnLength];
        if (patterns.Blocks is null)
            for (int p = 0; p < once.Length; p++) once[p] = patterns.Count[p];
        else once.AsSpan().Fill(1);
        return once;
    }

    private MetricValue[] Compute(OrderedMetric metric, ClassRows[] ofClasses, ReadOnlySpan<float> drawn, Span<double> weights,
        Scopes scopes)
    {
        var values = new MetricValue[scopes.Count];
        for (int s = 0; s < values.Length; s++)
        {
            double sum = 0, total = 0;
            string? reason = null;
            for (int c = 0; c < ofClasses.Length && reason is null; c++)
            {
                cancel.ThrowIfCancellationRequested();
                OrderedRows own = ofClasses[c].Of(s, drawn, weights);
                MetricValue value = ofClasses[c].Undefined[s] is string unreadable ? MetricValue.Missing(unreadable) : metric.Compute(own);
                if (!value.IsDefined)
                {
                    reason = ofClasses.Length == 1 ? value.Undefined : $"{value.Undefined} (class {candidate.Classes[ofClasses[c].Class]} "
                        + "against the others)";
                    break;
                }
                double weight = metric.ClassWeight(own);
                sum += weight * value.Number;
                total += weight;
            }
            values[s] = reason is null ? MetricValue.Ratio(sum, total, Reasons.NoRows) : MetricValue.Missing(reason);
        }
        return values;
    }

    private ClassRows[] RowsOf(OrderedMetric metric, Side side, Scopes scopes)
    {
        if (rows.TryGetValue((metric, side, scopes.Kind), out ClassRows[]? found)) return found;
        Sample sample = side == Side.Candidate ? candidate : baseline!;
        return rows[(metric, side, scopes.Kind)] = [.. metric.ClassesOf(sample).Select(code =>
            BinnedRows.Of(metric, code, sample, patterns, scopes) ?? Read(metric, code, sample, side, scopes))];
    }

    private ClassRows Read(OrderedMetric metric, int code, Sample sample, Side side, Scopes scopes)
    {
        cancel.ThrowIfCancellationRequested();
        RowSequence sequence = SequenceOf(metric.Order, code, sample, side, scopes);
        int[]? second = metric.SecondOrder is RowOrder other ? sequence.PlacesOf(SequenceOf(other, code, sample, side, scopes)) : null;
        var terms = new double[metric.Terms][];
        for (int t = 0; t < terms.Length; t++) terms[t] = new double[patterns.Length];
        var undefined = new string?[scopes.Count];
        Span<double> row = stackalloc double[metric.Terms];
        for (int i = 0; i < sequence.Pattern.Length; i++)
        {
            int p = sequence.Pattern[i];
            if (patterns.Weight[p] == 0) continue;
            undefined[scopes.OfGroup[patterns.Group[p]]] ??= metric.Read(sample, patterns.Row[p], code, row);
            for (int t = 0; t < row.Length; t++) terms[t][i] = row[t];
        }
        return new ClassRows(code, sequence, terms, second, undefined);
    }

    private RowSequence SequenceOf(RowOrder order, int code, Sample sample, Side side, Scopes scopes)
    {
        if (!sequences.TryGetValue((order, code, side, scopes.Kind), out RowSequence? found))
            sequences[(order, code, side, scopes.Kind)] = found = RowSequence.Of(order, code, sample, patterns, scopes);
        return found;
    }
}
