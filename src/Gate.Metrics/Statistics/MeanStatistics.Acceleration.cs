using Gate.Metrics.Groups;
using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Statistics;

internal sealed partial class MeanStatistics
{
    /// <summary>The BCa acceleration of a metric in each scope: the skewness of what each row adds to it, to first order (B. Efron, JASA
    /// 82, 1987).</summary>
    public double[] Accelerations(MeanMetric metric, Side side, Scopes scopes)
    {
        double[][] columns = Terms(metric, side).Columns;
        RowPatterns patterns = Patterns;
        int width = columns.Length;
        double[] weights = new double[scopes.Count], means = new double[scopes.Count * width], rows = new double[scopes.Count];
        for (int p = 0; p < patterns.Length; p++)
        {
            int s = scopes.OfGroup[patterns.Group[p]];
            weights[s] += patterns.Count[p] * patterns.Weight[p];
            rows[s] += patterns.Weight[p] > 0 ? patterns.Count[p] : 0;
            for (int t = 0; t < width; t++) means[s * width + t] += patterns.Count[p] * columns[t][p];
        }
        double[] slopes = new double[means.Length], squares = new double[scopes.Count], cubes = new double[scopes.Count];
        for (int m = 0; m < means.Length; m++) means[m] /= weights[m / width];
        for (int s = 0; s < scopes.Count; s++) Slopes(metric, means.AsSpan(s * width, width), rows[s], slopes.AsSpan(s * width, width));
        for (int p = 0; p < patterns.Length; p++)
        {
            int s = scopes.OfGroup[patterns.Group[p]];
            double influence = 0;
            for (int t = 0; t < width; t++)
                influence += slopes[s * width + t] * (columns[t][p] - patterns.Weight[p] * means[s * width + t]);
            squares[s] += patterns.Count[p] * influence * influence;
            cubes[s] += patterns.Count[p] * influence * influence * influence;
        }
        return [.. squares.Zip(cubes, (square, cube) => square > 0 && double.IsFinite(cube) ? cube / (6 * square * Math.Sqrt(square)) : 0)];
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
}
