using Gate.Metrics.Intervals;

namespace Gate.Metrics.Statistics;

/// <summary>Metrics of weighted means of one frame. Each replicate is summed once by group; all scopes are read off these sums.</summary>
internal sealed class MeanStatistics(Sample candidate, Sample? baseline, RowPatterns patterns, RowBootstrap bootstrap, FrameOptions options, CancellationToken cancel) : IReplicates<MeanMetric>
{
    private readonly Dictionary<(MeanMetric, Side), RowTerms> terms = [];
    private readonly Dictionary<(MeanMetric, Side), double[]> termSums = [];
    private readonly double[][] weightColumns = [patterns.Weight, Array.ConvertAll(patterns.Weight, weight => weight > 0 ? 1.0 : 0.0)];
    private double[]? weightSums;

    private int Groups => patterns.Start.Length - 1;

    public MetricValue[] Estimate(MeanMetric metric, Side side, Scopes scopes)
    {
        RowTerms own = Terms(metric, side);
        var once = new float[patterns.Length];
        for (int p = 0; p < once.Length; p++) once[p] = patterns.Count[p];
        double[] weights = new double[Groups * weightColumns.Length], sums = new double[Groups * own.Columns.Length];
        AddUp(weightColumns, once, weights);
        AddUp(own.Columns, once, sums);
        return Finish(metric, own, weights, sums, scopes);
    }

    public double[] Replicate(MeanMetric metric, Side side, Scopes scopes)
    {
        RowTerms own = Terms(metric, side);
        weightSums ??= AddUpReplicates(weightColumns);
        if (!termSums.TryGetValue((metric, side), out double[]? sums)) termSums[(metric, side)] = sums = AddUpReplicates(own.Columns);
        int replicates = bootstrap.Replicates, weightWidth = Groups * weightColumns.Length, width = Groups * own.Columns.Length;
        var values = new double[scopes.Count * replicates];
        for (int r = 0; r < replicates; r++)
        {
            MetricValue[] computed = Finish(metric, own, weightSums.AsSpan(r * weightWidth, weightWidth), sums.AsSpan(r * width, width), scopes);
            for (int s = 0; s < computed.Length; s++) values[s * replicates + r] = computed[s].NumberOrNull ?? double.NaN;
        }
        return values;
    }

    /// <summary>The BCa acceleration of a metric in each scope: the skewness of what each row adds to it, to first order (B. Efron, JASA 82, 1987).</summary>
    public double[] Accelerations(MeanMetric metric, Side side, Scopes scopes)
    {
        RowTerms own = Terms(metric, side);
        int width = own.Columns.Length;
        double[] weights = new double[scopes.Count], means = new double[scopes.Count * width], rows = new double[scopes.Count];
        for (int p = 0; p < patterns.Length; p++)
        {
            int s = scopes.OfGroup[patterns.Group[p]];
            weights[s] += patterns.Count[p] * patterns.Weight[p];
            rows[s] += patterns.Weight[p] > 0 ? patterns.Count[p] : 0;
            for (int t = 0; t < width; t++) means[s * width + t] += patterns.Count[p] * own.Columns[t][p];
        }
        double[] slopes = new double[means.Length], squares = new double[scopes.Count], cubes = new double[scopes.Count];
        for (int m = 0; m < means.Length; m++) means[m] /= weights[m / width];
        for (int s = 0; s < scopes.Count; s++) Slopes(metric, means.AsSpan(s * width, width), rows[s], slopes.AsSpan(s * width, width));
        for (int p = 0; p < patterns.Length; p++)
        {
            int s = scopes.OfGroup[patterns.Group[p]];
            double influence = 0;
            for (int t = 0; t < width; t++) influence += slopes[s * width + t] * (own.Columns[t][p] - patterns.Weight[p] * means[s * width + t]);
            squares[s] += patterns.Count[p] * influence * influence;
            cubes[s] += patterns.Count[p] * influence * influence * influence;
        }
        return [.. squares.Zip(cubes, (square, cube) => square > 0 && double.IsFinite(cube) ? cube / (6 * Math.Pow(square, 1.5)) : 0)];
    }

    /// <summary>How the metric changes with each mean, by central differences; 0 where it is not defined around them.</summary>
    private static void Slopes(MeanMetric metric, Span<double> means, double rows, Span<double> slopes)
    {
        for (int t = 0; t < means.Length; t++)
        {
            double at = means[t], step = 1e-5 * Math.Max(Math.Abs(at), 1e-9);
            means[t] = at + step;
            MetricValue above = metric.Finish(means, rows);
            means[t] = at - step;
            MetricValue below = metric.Finish(means, rows);
            means[t] = at;
            slopes[t] = above.IsDefined && below.IsDefined ? (above.Number - below.Number) / (2 * step) : 0;
        }
    }

    private RowTerms Terms(MeanMetric metric, Side side)
    {
        if (terms.TryGetValue((metric, side), out RowTerms? found)) return found;
        Sample sample = side == Side.Candidate ? candidate : baseline!;
        metric.Prepare(sample, options.Threads, cancel);
        return terms[(metric, side)] = RowTerms.Read(metric, sample, patterns);
    }

    private double[] AddUpReplicates(double[][] columns)
    {
        int width = Groups * columns.Length;
        var sums = new double[bootstrap.Replicates * width];
        bootstrap.ForEach(static () => 0, (r, drawn, _) => AddUp(columns, drawn.Span, sums.AsSpan(r * width, width)));
        return sums;
    }

    /// <summary>The sum of each column over the drawn rows of each group; group-major.</summary>
    private void AddUp(double[][] columns, ReadOnlySpan<float> drawn, Span<double> sums)
    {
        for (int g = 0; g < Groups; g++)
        {
            int start = patterns.Start[g], length = patterns.Start[g + 1] - start;
            for (int c = 0; c < columns.Length; c++)
                sums[g * columns.Length + c] = Sums.Dot(drawn.Slice(start, length), columns[c].AsSpan(start, length));
        }
    }

    private static MetricValue[] Finish(MeanMetric metric, RowTerms terms, ReadOnlySpan<double> weightSums, ReadOnlySpan<double> termSums, Scopes scopes)
    {
        int width = terms.Columns.Length;
        Span<double> means = new double[scopes.Count * width];
        var rows = new (double Weight, double Count, string? Undefined)[scopes.Count];
        for (int g = 0; g < scopes.OfGroup.Length; g++)
        {
            int s = scopes.OfGroup[g];
            rows[s] = (rows[s].Weight + weightSums[2 * g], rows[s].Count + weightSums[2 * g + 1], rows[s].Undefined ?? terms.Undefined[g]);
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
