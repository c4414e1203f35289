using Gate.Metrics;

namespace Gate.Evaluation.Measuring.Operations;

/// <summary>
/// By how much an operational number of the candidate is larger, and so worse, than the baseline's. Its interval is between the ends of
/// both intervals, each taken at half the error rate (Bonferroni): it holds whatever the two have to do with each other.
/// </summary>
internal static class OperationRegression
{
    /// <summary>The difference, or the ratio less 1.</summary>
    public static Measurement Of(Func<double, Measurement> candidate, Func<double, Measurement> baseline, RegressionScale scale,
        double confidence)
    {
        double each = 1 - ((1 - confidence) / 2);
        (Measurement mine, Measurement other) = (candidate(each), baseline(each));
        if ((mine.Value.Undefined ?? other.Value.Undefined) is { } reason) return new(MetricValue.Missing(reason), null);
        bool relative = scale == RegressionScale.Relative;
        if (relative && other.Value.Number == 0) return new(MetricValue.Missing("the baseline's value is 0"), null);
        double Worse(double a, double b) => relative ? (a / b) - 1 : a - b;
        var value = MetricValue.Of(Worse(mine.Value.Number, other.Value.Number));
        if (mine.Interval is not { } own || other.Interval is not { } its || (relative && its.Low <= 0)) return new(value, null);
        return new(value, new(Worse(own.Low, its.High), Worse(own.High, its.Low), confidence, own.Method));
    }
}
