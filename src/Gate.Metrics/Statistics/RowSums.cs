using Gate.Metrics.Groups;
using Gate.Metrics.Kinds;
using Gate.Metrics.Sampling;

namespace Gate.Metrics.Statistics;

/// <summary>The sums of a mean metric over the rows of each group. Blocks of rows are summed apart and added in order, so that the sums do
/// not depend on the threads.</summary>
/// <param name="Weights">By group: the sum of weights, and the number of rows with weight.</param>
/// <param name="Terms">By group: the sum of weight × term, for each term.</param>
/// <param name="Undefined">Why the metric is undefined in each group, or null.</param>
internal sealed record RowSums(double[] Weights, double[] Terms, string?[] Undefined)
{
    private const int BlockRows = 1 << 16;

    public static RowSums Of(MeanMetric metric, Sample sample, RowCodes codes, int groups, int threads, CancellationToken cancel)
    {
        // Each block has sums for every group, so blocks are no smaller than there are groups.
        int rows = Math.Max(BlockRows, groups), blocks = Math.Max(1, (int)(((long)sample.Rows + rows - 1) / rows));
        var sums = new RowSums[blocks];
        Workers.For(blocks, threads, static () => 0, (b, _) =>
        {
            RowSums own = sums[b] = new RowSums(new double[2 * groups], new double[groups * metric.Terms], new string?[groups]);
            own.Read(metric, sample, codes, b * rows, Math.Min(sample.Rows, (int)Math.Min(int.MaxValue, (b + 1L) * rows)));
        }, cancel);
        foreach (RowSums next in sums.AsSpan(1)) sums[0].Add(next);
        return sums[0];
    }

    private void Read(MeanMetric metric, Sample sample, RowCodes codes, int from, int to)
    {
        Span<double> row = stackalloc double[metric.Terms];
        for (int i = from; i < to; i++)
        {
            double weight = sample.Weights?[i] ?? 1;
            if (weight == 0) continue;
            int g = codes[i];
            Undefined[g] ??= metric.Read(sample, i, row);
            Weights[2 * g] += weight;
            Weights[2 * g + 1]++;
            for (int t = 0; t < row.Length; t++) Terms[g * row.Length + t] += weight * row[t];
        }
    }

    private void Add(RowSums next)
    {
        for (int i = 0; i < Weights.Length; i++) Weights[i] += next.Weights[i];
        for (int i = 0; i < Terms.Length; i++) Terms[i] += next.Terms[i];
        for (int g = 0; g < Undefined.Length; g++) Undefined[g] ??= next.Undefined[g];
    }
}
