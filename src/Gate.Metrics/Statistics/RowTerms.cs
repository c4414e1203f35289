using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Statistics;

/// <summary>The weighted terms of a mean metric.</summary>
/// <param name="Columns">Weight × term, one column a term and one number a pattern.</param>
/// <param name="Undefined">Why the metric is undefined in each group, or null.</param>
internal sealed record RowTerms(double[][] Columns, string?[] Undefined)
{
    public static RowTerms Read(MeanMetric metric, Sample sample, RowPatterns patterns)
    {
        var columns = new double[metric.Terms][];
        for (int t = 0; t < columns.Length; t++) columns[t] = new double[patterns.Length];
        var undefined = new string?[patterns.Start.Length - 1];
        Span<double> row = stackalloc double[metric.Terms];
        for (int p = 0; p < patterns.Length; p++)
        {
            double weight = patterns.Weight[p];
            if (weight == 0) continue;
            undefined[patterns.Group[p]] ??= metric.Read(sample, patterns.Row[p], row);
            for (int t = 0; t < row.Length; t++) columns[t][p] = weight * row[t];
        }
        return new RowTerms(columns, undefined);
    }
}
