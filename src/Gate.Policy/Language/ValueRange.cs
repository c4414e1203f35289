using Gate.Policy.Document;
using Gate.Policy.Vocabulary;

namespace Gate.Policy.Language;

/// <summary>Between which ends the value of a condition lies, and at which of them it is better.</summary>
internal static class ValueRange
{
    /// <summary>The smallest and largest value of a metric, or of its comparison between groups; unknown ends are infinite.</summary>
    public static (double Low, double High) Of(MetricWord metric, CompareSpec? compare) => compare switch
    {
        CompareSpec.Difference => (0, metric.High - metric.Low),
        // A ratio of values with different signs can be anything.
        CompareSpec.Ratio => metric.Low >= 0 ? (0, 1) : (double.NegativeInfinity, double.PositiveInfinity),
        _ => (metric.Low, metric.High),
    };

    /// <summary>Whether larger values are better; null where neither larger nor smaller ones are. A difference should be small and a ratio
    /// large, whatever the metric; all else is as good as its metric.</summary>
    public static bool? HigherIsBetter(MetricWord metric, CompareSpec? compare) => compare switch
    {
        CompareSpec.Difference => false,
        CompareSpec.Ratio => true,
        _ => metric.HigherIsBetter,
    };
}
