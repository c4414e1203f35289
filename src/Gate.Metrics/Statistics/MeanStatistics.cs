using Gate.Metrics.Intervals;

namespace Gate.Metrics.Statistics;

/// <summary>Metrics of weighted means of one frame.</summary>
internal sealed class MeanStatistics(Sample candidate, Sample? baseline, RowPatterns patterns, RowBootstrap bootstrap) : IReplicates<MeanMetric>
{
    private readonly Dictionary<(MeanMetric, Side), RowTerms> terms = [];

    public MetricValue[] Estimate(MeanMetric metric, Side side, Scopes scopes)
    {
        var once = new float[patterns.Length];
        for (int p = 0; p < once.Length; p++) once[p] = patterns.Count[p];
        return Compute(metric, Terms(metric, side), once, scopes);
    }

    public double[] Replicate(MeanMetric metric, Side side, Scopes scopes)
    {
        RowTerms own = Terms(metric, side);
        int replicates = bootstrap.Replicates;
        var values = new double[scopes.Count * replicates];
        bootstrap.ForEach(static () => 0, (r, drawn, _) =>
        {
            MetricValue[] computed = Compute(metric, own, drawn.Span, scopes);
            for (int s = 0; s < computed.Length; s++) values[s * replicates + r] = computed[s].NumberOrNull ?? double.NaN;
        });
        return values;
    }

    private RowTerms Terms(MeanMetric metric, Side side)
    {
        if (!terms.TryGetValue((metric, side), out RowTerms? found))
            terms[(metric, side)] = found = RowTerms.Read(metric, side == Side.Candidate ? candidate : baseline!, patterns);
        return found;
    }

    private MetricValue[] Compute(MeanMetric metric, RowTerms terms, ReadOnlySpan<float> drawn, Scopes scopes)
    {
        int width = terms.Columns.Length; // weight, rows with weight, then the metric's own terms
        var sums = new double[scopes.Count * width];
        var reasons = new string?[scopes.Count];
        for (int g = 0; g < scopes.OfGroup.Length; g++)
        {
            int scope = scopes.OfGroup[g], start = patterns.Start[g], length = patterns.Start[g + 1] - start;
            reasons[scope] ??= terms.Undefined[g];
            for (int t = 0; t < width; t++)
                sums[scope * width + t] += Sums.Dot(drawn.Slice(start, length), terms.Columns[t].AsSpan(start, length));
        }
        var values = new MetricValue[scopes.Count];
        for (int s = 0; s < values.Length; s++)
        {
            Span<double> own = sums.AsSpan(s * width, width), means = own[2..];
            for (int t = 0; t < means.Length; t++) means[t] /= own[0];
            values[s] = reasons[s] is string reason ? MetricValue.Missing(reason)
                : own[0] == 0 ? MetricValue.Missing(Reasons.NoRows)
                : metric.Finish(means, own[1]);
        }
        return values;
    }
}

/// <summary>The weighted terms of a mean metric, one column a term and one number a pattern.</summary>
/// <param name="Columns">The weights; 1 where there is weight; then weight × term for each term.</param>
/// <param name="Undefined">Why the metric is undefined in each group, or null.</param>
internal sealed record RowTerms(double[][] Columns, string?[] Undefined)
{
    public static RowTerms Read(MeanMetric metric, Sample sample, RowPatterns patterns)
    {
        var columns = new double[metric.Terms + 2][];
        for (int t = 0; t < columns.Length; t++) columns[t] = new double[patterns.Length];
        var undefined = new string?[patterns.Start.Length - 1];
        Span<double> row = stackalloc double[metric.Terms];
        for (int p = 0; p < patterns.Length; p++)
        {
            double weight = patterns.Weight[p];
            if (weight == 0) continue;
            undefined[patterns.Group[p]] ??= metric.Read(sample, patterns.Row[p], row);
            columns[0][p] = weight;
            columns[1][p] = 1;
            for (int t = 0; t < row.Length; t++) columns[t + 2][p] = weight * row[t];
        }
        return new RowTerms(columns, undefined);
    }
}
