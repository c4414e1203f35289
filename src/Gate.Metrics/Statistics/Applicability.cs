using Gate.Data;
using Gate.Metrics.Joint;

namespace Gate.Metrics.Statistics;

/// <summary>Whether a sample holds what a metric reads.</summary>
internal static class Applicability
{
    /// <summary>Why the metric cannot be computed from rows of the sample, or null.</summary>
    public static string? Refuse(Metric metric, Sample sample) =>
        metric is JointMetric ? "it compares groups and has no value of one" : Lacks(metric, sample);

    /// <summary>What the sample lacks for the metric, or null.</summary>
    public static string? Lacks(Metric metric, Sample sample)
    {
        if (!metric.Tasks.Contains(sample.Task)) return $"it does not exist for {Words(sample.Task)}";
        if (metric is TallyMetric) return null;
        if (sample.Rows == 0) return "no rows";
        return metric.Input switch
        {
            MetricInput.Scores when sample.Scores is null => "the model gives no scores",
            MetricInput.Labels when sample.Predictions is null && metric is not JointMetric { ReadsPredictions: false } =>
                "the model gives no predicted classes",
            MetricInput.Values when sample.Estimates is null && sample.Predictions is null => "the model gives no predicted numbers",
            MetricInput.Intervals when sample.Lower is null || sample.Upper is null => "the model gives no prediction intervals",
            _ => null,
        };
    }

    private static string Words(TaskType task) => task switch
    {
        TaskType.BinaryClassification => "binary classification",
        TaskType.MulticlassClassification => "multiclass classification",
        _ => "regression",
    };
}
