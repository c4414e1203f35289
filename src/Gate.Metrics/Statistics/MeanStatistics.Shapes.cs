using Gate.Metrics.Groups;
using Gate.Metrics.Intervals;
using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Statistics;

internal sealed partial class MeanStatistics
{
    /// <summary>The shape of what each row adds to a metric, to first order, in each scope.</summary>
    public MeanShape[] Shapes(MeanMetric metric, Side side, Scopes scopes) => Shapes(metric, Influences(metric, side, scopes), scopes);

    /// <summary>The shape of what each row adds to the difference of candidate and baseline.</summary>
    public MeanShape[] ShapesOfPair(MeanMetric metric, Scopes scopes)
    {
        double[] own = Influences(metric, Side.Candidate, scopes), others = Influences(metric, Side.Baseline, scopes);
        for (int p = 0; p < own.Length; p++) own[p] -= others[p];
        return Shapes(metric, own, scopes);
    }

    private MeanShape[] Shapes(MeanMetric metric, double[] influences, Scopes scopes)
    {
        RowPatterns patterns = Patterns;
        double[] Sums() => new double[scopes.Count];
        double[] rows = Sums(), weights = Sums(), weightSquares = Sums(), squares = Sums(), cubes = Sums();
        for (int p = 0; p < patterns.Length; p++)
        {
            int s = scopes.OfGroup[patterns.Group[p]];
            double weight = patterns.Weight[p];
            rows[s] += weight > 0 ? patterns.Count[p] : 0;
            weights[s] += patterns.Count[p] * weight;
            weightSquares[s] += patterns.Count[p] * weight * weight;
        }
        TailIndex[] low = Array.ConvertAll(rows, count => new TailIndex(count)),
            high = Array.ConvertAll(rows, count => new TailIndex(count));
        for (int p = 0; p < patterns.Length; p++)
        {
            int s = scopes.OfGroup[patterns.Group[p]];
            double influence = influences[p];
            if (patterns.Weight[p] == 0 || !double.IsFinite(influence)) continue;
            squares[s] += patterns.Count[p] * influence * influence;
            cubes[s] += patterns.Count[p] * influence * influence * influence;
            low[s].Add(-influence, patterns.Count[p]);
            high[s].Add(influence, patterns.Count[p]);
        }
        return [.. Enumerable.Range(0, scopes.Count).Select(s => new MeanShape(
            squares[s] > 0 && double.IsFinite(cubes[s]) ? cubes[s] / (6 * squares[s] * Math.Sqrt(squares[s])) : 0,
            low[s].Value, high[s].Value, rows[s], metric.IsLightTailed,
            EffectiveSize.Of(weights[s], weightSquares[s])))];
    }

    /// <summary>What each pattern's row adds to a metric of its scope.</summary>
    private double[] Influences(MeanMetric metric, Side side, Scopes scopes)
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
        var slopes = new double[means.Length];
        for (int m = 0; m < means.Length; m++) means[m] /= weights[m / width];
        for (int s = 0; s < scopes.Count; s++) Slopes(metric, means.AsSpan(s * width, width), rows[s], slopes.AsSpan(s * width, width));
        var influences = new double[patterns.Length];
        for (int p = 0; p < patterns.Length; p++)
        {
            int s = scopes.OfGroup[patterns.Group[p]];
            for (int t = 0; t < width; t++)
                influences[p] += slopes[s * width + t] * (columns[t][p] - patterns.Weight[p] * means[s * width + t]);
        }
        return influences;
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
