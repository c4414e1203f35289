using Gate.Metrics.Intervals;

namespace Gate.Metrics.Comparing;

/// <summary>Joins estimates and their limits.</summary>
internal static class Measured
{
    /// <summary>A measurement; its interval contains the estimate, whatever rounding did to the limits.</summary>
    public static Measurement Of(MetricValue value, Limits? limits, double confidence)
    {
        Interval? interval = value.IsDefined ? limits?.Interval(confidence) : null;
        return new Measurement(value, interval is null ? null : interval with { Low = Math.Min(interval.Low, value.Number),
            High = Math.Max(interval.High, value.Number) }) { NoInterval = interval is null && value.IsDefined ? limits?.WhyNone : null };
    }
}
