using Gate.Metrics;

namespace Gate.Evaluation.Measuring.Frames;

/// <summary>What numbers are measured in, as the result writes it.</summary>
internal static class MetricUnits
{
    /// <summary>The unit of a metric's values, and of their differences.</summary>
    public static string Of(Metric metric) => metric.Unit switch
    {
        MetricUnit.Share => "share",
        MetricUnit.Label => "label",
        _ => metric.Name,
    };

    /// <summary>The unit of a comparison's value: a ratio has none, whatever it is of.</summary>
    public static string Of(Comparison comparison) => comparison.Kind switch
    {
        CompareKind.Ratio => "ratio",
        CompareKind.Joint => comparison.Name,
        _ => Of(comparison.Parts[0]),
    };
}
