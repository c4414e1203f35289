namespace Gate.Metrics.Comparing;

/// <summary>The formulas of a change for the worse: positive is worse, whichever direction is better.</summary>
internal static class Worsening
{
    /// <summary>The change of two values, or why there is none.</summary>
    /// <exception cref="InvalidOperationException">Neither direction is better.</exception>
    public static MetricValue Of(Direction direction, string name, MetricValue candidate, MetricValue baseline, RegressionScale scale)
    {
        if (direction == Direction.Neutral) throw new InvalidOperationException($"{name} has no better direction, so it cannot get worse");
        if (!candidate.IsDefined) return candidate;
        if (!baseline.IsDefined) return MetricValue.Missing($"undefined for the baseline: {baseline.Undefined}");
        if (scale == RegressionScale.Relative && baseline.Number == 0)
            return MetricValue.Missing("the baseline is 0, so there is no share of it");
        return MetricValue.Of(Of(direction, candidate.Number, baseline.Number, scale));
    }

    /// <summary>The change of two numbers, of the baseline's absolute value where relative: a baseline below 0 gets worse in the same
    /// direction as one above.</summary>
    public static double Of(Direction direction, double candidate, double baseline, RegressionScale scale)
    {
        // The difference is taken in one order and then signed: equal models give 0, never -0.
        double sign = direction == Direction.HigherIsBetter ? -1 : 1;
        return (sign * (candidate - baseline) / (scale == RegressionScale.Relative ? Math.Abs(baseline) : 1)) + 0.0;
    }

    /// <summary>The change in each replicate; NaN where one is undefined.</summary>
    public static double[] Of(Direction direction, ReadOnlySpan<double> candidates, ReadOnlySpan<double> baselines, RegressionScale scale)
    {
        var changes = new double[candidates.Length];
        for (int r = 0; r < changes.Length; r++) changes[r] = Of(direction, candidates[r], baselines[r], scale);
        return changes;
    }
}
