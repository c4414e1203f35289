using Gate.Metrics.Groups;
using Gate.Metrics.Kinds;
using Gate.Metrics.Resampling;
using Gate.Metrics.Rows;
using Gate.Metrics.Sampling;

namespace Gate.Metrics.Statistics;

/// <summary>
/// Metrics of weighted means of one frame. Estimates come straight from the rows. Each replicate is summed once by group; all scopes are
/// read off these sums.
/// </summary>
internal sealed partial class MeanStatistics(Sample candidate, Sample? baseline, Grouping grouping, Lazy<RowPatterns> rowPatterns,
    Lazy<RowBootstrap> rowBootstrap, FrameOptions options, CancellationToken cancel) : IReplicates<MeanMetric>
{
    private readonly Dictionary<(MeanMetric, Side), RowSums> rowSums = [];
    private readonly Dictionary<(MeanMetric, Side), double[]> termSums = [];
    private ((MeanMetric, Side) Of, RowTerms Terms)? lastTerms;
    private double[]? weightSums;

    private int Groups => grouping.Groups.Count;

    private RowPatterns Patterns => rowPatterns.Value;

    public MetricValue[] Estimate(MeanMetric metric, Side side, Scopes scopes)
    {
        RowSums own = Sums(metric, side);
        return Finish(metric, own.Undefined, own.Weights, own.Terms, scopes);
    }

    public double[] Replicate(MeanMetric metric, Side side, Scopes scopes)
    {
        weightSums ??= AddUpReplicates([Patterns.Weight, Array.ConvertAll(Patterns.Weight, weight => weight > 0 ? 1.0 : 0.0)]);
        if (!termSums.TryGetValue((metric, side), out double[]? sums))
            termSums[(metric, side)] = sums = AddUpReplicates(Terms(metric, side).Columns);
        string?[] undefined = Sums(metric, side).Undefined;
        int replicates = rowBootstrap.Value.Replicates, weightWidth = 2 * Groups, width = Groups * metric.Terms;
        var values = new double[scopes.Count * replicates];
        Workers.For(replicates, options.Threads, static () => 0, (r, _) =>
        {
            MetricValue[] computed = Finish(metric, undefined, weightSums.AsSpan(r * weightWidth, weightWidth),
                sums.AsSpan(r * width, width), scopes);
            for (int s = 0; s < computed.Length; s++) values[s * replicates + r] = computed[s].NumberOrNull ?? double.NaN;
        }, cancel);
        return values;
    }

    private Sample SampleOf(Side side) => side == Side.Candidate ? candidate : baseline!;

    private RowSums Sums(MeanMetric metric, Side side)
    {
        if (rowSums.TryGetValue((metric, side), out RowSums? found)) return found;
        metric.Prepare(SampleOf(side), options.Threads, cancel);
        return rowSums[(metric, side)] = RowSums.Of(metric, SampleOf(side), grouping.RowCodes, Groups, options.Threads, cancel);
    }

    /// <summary>The terms of a metric's rows. Replicates and acceleration ask for the same ones in turn; more than the last would take the
    /// memory of many columns.</summary>
    private RowTerms Terms(MeanMetric metric, Side side)
    {
        if (lastTerms is { } last && last.Of == (metric, side)) return last.Terms;
        metric.Prepare(SampleOf(side), options.Threads, cancel);
        RowTerms read = RowTerms.Read(metric, SampleOf(side), Patterns);
        lastTerms = ((metric, side), read);
        return read;
    }

    private double[] AddUpReplicates(double[][] columns)
    {
        int width = Groups * columns.Length;
        var sums = new double[rowBootstrap.Value.Replicates * width];
        columns = Array.ConvertAll(columns, Patterns.SumsOfDrawn);
        rowBootstrap.Value.ForEach(static () => 0, (r, drawn, _) => AddUp(columns, drawn.Span, sums.AsSpan(r * width, width)));
        return sums;
    }

    /// <summary>The sum of each column (one number a block or pattern) over what is drawn of each group; group-major.</summary>
    private void AddUp(double[][] columns, ReadOnlySpan<float> drawn, Span<double> sums)
    {
        for (int g = 0; g < Groups; g++)
        {
            int start = Patterns.DrawnStart[g], length = Patterns.DrawnStart[g + 1] - start;
            for (int c = 0; c < columns.Length; c++)
                sums[g * columns.Length + c] = Resampling.Sums.Dot(drawn.Slice(start, length), columns[c].AsSpan(start, length));
        }
    }

    private static MetricValue[] Finish(MeanMetric metric, string?[] undefined, ReadOnlySpan<double> weightSums,
        ReadOnlySpan<double> termSums, Scopes scopes)
    {
        int width = metric.Terms;
        Span<double> means = new double[scopes.Count * width];
        var rows = new (double Weight, double Count, string? Undefined)[scopes.Count];
        for (int g = 0; g < scopes.OfGroup.Length; g++)
        {
            int s = scopes.OfGroup[g];
            rows[s] = (rows[s].Weight + weightSums[2 * g], rows[s].Count + weightSums[2 * g + 1], rows[s].Undefined ?? undefined[g]);
            for (int t = 0; t < width; t++) means[s * width + t] += termSums[g * width + t];
        }
        var values = new MetricValue[scopes.Count];
        for (int s = 0; s < values.Length; s++)
        {
            Span<double> own = means.Slice(s * width, width);
            foreach (ref double mean in own) mean /= rows[s].Weight;
            values[s] = rows[s].Undefined is string reason ? MetricValue.Missing(reason)
                : rows[s].Weight == 0 ? MetricValue.Missing(Reasons.NoRows)
                : metric.Finish(own, rows[s].Count);
        }
        return values;
    }
}
