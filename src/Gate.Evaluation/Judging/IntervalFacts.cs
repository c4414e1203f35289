using Gate.Evaluation.Results;
using Gate.Metrics;

namespace Gate.Evaluation.Judging;

/// <summary>From the metrics' intervals to the result's.</summary>
internal static class IntervalFacts
{
    public static IntervalFact? ToFact(this Interval? interval) =>
        interval is null ? null : new(interval.Low, interval.High, interval.Confidence, interval.Method);
}
