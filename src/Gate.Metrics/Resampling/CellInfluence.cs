using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Resampling;

/// <summary>
/// The acceleration of the BCa interval of a count-based metric by the jackknife (B. Efron, JASA 82, 1987): all rows of a cell change the
/// metric by the same amount, so leaving out one row of each cell is enough.
/// </summary>
internal static class CellInfluence
{
    /// <summary>The acceleration; 0 where it cannot be had.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="weights">The weight of each label × prediction.</param>
    /// <param name="counts">The rows of each.</param>
    /// <param name="classes">The number of classes.</param>
    public static double Acceleration(CountMetric metric, ReadOnlySpan<double> weights, ReadOnlySpan<double> counts, int classes)
    {
        // Of more classes the jackknife costs more than its small correction is worth, and their cells are not kept.
        if (classes > Confusion.MostWhole) return 0;
        double[] without = weights.ToArray(), values = new double[weights.Length];
        double rows = 0, mean = 0;
        for (int c = 0; c < values.Length; c++)
        {
            if (counts[c] == 0) continue;
            without[c] = weights[c] - weights[c] / counts[c];
            MetricValue value = metric.Compute(new Confusion(without, classes));
            without[c] = weights[c];
            if (!value.IsDefined) return 0;
            values[c] = value.Number;
            rows += counts[c];
            mean += counts[c] * value.Number;
        }
        mean /= rows;
        double squares = 0, cubes = 0;
        for (int c = 0; c < values.Length; c++)
        {
            double distance = mean - values[c];
            squares += counts[c] * distance * distance;
            cubes += counts[c] * distance * distance * distance;
        }
        return squares > 0 ? cubes / (6 * squares * Math.Sqrt(squares)) : 0;
    }
}
