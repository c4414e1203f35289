using Gate.Metrics.Intervals;

namespace Gate.Metrics.Comparing;

/// <summary>How much worse the candidate is than the baseline, judged on replicates that hold the same rows for both.</summary>
internal static class PairedDifference
{
    /// <summary>Positive is worse, whichever direction is better.</summary>
    /// <exception cref="InvalidOperationException">Neither direction is better.</exception>
    public static Measurement Of(Direction direction, string name, MetricValue candidate, MetricValue baseline, double[]? candidates, double[]? baselines, RegressionScale scale, double confidence, string method)
    {
        double sign = direction switch
        {
            Direction.LowerIsBetter => 1,
            Direction.HigherIsBetter => -1,
            _ => throw new InvalidOperationException($"{name} has no better direction, so it cannot get worse"),
        };
        if (!candidate.IsDefined) return new Measurement(candidate, null);
        if (!baseline.IsDefined) return new Measurement(MetricValue.Missing($"undefined for the baseline: {baseline.Undefined}"), null);
        bool relative = scale == RegressionScale.Relative;
        if (relative && baseline.Number == 0) return new Measurement(MetricValue.Missing("the baseline is 0, so there is no share of it"), null);
        // The difference is taken in one order and then signed: equal models give 0, never -0.
        double worse = Worse(candidate.Number, baseline.Number);
        if (candidates is null || baselines is null || candidates.Length != baselines.Length) return new Measurement(MetricValue.Of(worse), null);
        var differences = new double[candidates.Length];
        for (int r = 0; r < differences.Length; r++) differences[r] = Worse(candidates[r], baselines[r]);
        return new Measurement(MetricValue.Of(worse), Percentiles.Of(differences, worse, confidence, method));

        double Worse(double candidate, double baseline) => (sign * (candidate - baseline) / (relative ? Math.Abs(baseline) : 1)) + 0.0;
    }
}
