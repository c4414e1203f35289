using Gate.Evaluation.Results;
using Gate.Metrics;

namespace Gate.Evaluation.Measuring;

/// <summary>From what was measured to the result's form.</summary>
internal static class MeasuredFacts
{
    public static IntervalFact? ToFact(this Interval? interval) =>
        interval is null ? null : new(interval.Low, interval.High, interval.Confidence, interval.Method);

    /// <summary>A regression on one or both scales, and the scale that decides.</summary>
    public static RegressionFact Regression(MetricValue? baseline, Measurement? absolute, Measurement? relative, bool relativeDecides) =>
        new(baseline?.NumberOrNull, absolute?.Value.NumberOrNull, absolute?.Value.Undefined, absolute?.Interval.ToFact())
        {
            Scale = relativeDecides ? "relative" : "absolute",
            Relative = relative?.ToFact(),
            Test = (absolute?.Test ?? relative?.Test) is { } test ? new(test.Name, test.PValue) : null,
        };

    public static MeasuredFact ToFact(this Measurement measured) =>
        new(measured.Value.NumberOrNull, measured.Value.Undefined, measured.Interval.ToFact());
}
