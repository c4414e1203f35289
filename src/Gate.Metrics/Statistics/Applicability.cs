using Gate.Data;
using Gate.Metrics.Cells;
using Gate.Metrics.Groups;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Statistics;

/// <summary>Whether a frame holds what a metric reads.</summary>
internal static class Applicability
{
    private static readonly (MetricInputs Input, string Reason)[] reasons =
    [
        (MetricInputs.Predictions, "the model gives no predicted classes"),
        (MetricInputs.Scores, "the model gives no scores"),
        (MetricInputs.Values, "the model gives no predicted numbers"),
        (MetricInputs.IntervalEnds, "the model gives no prediction intervals"),
        (MetricInputs.Features, "the features of the rows are not known as numbers"),
    ];

    /// <summary>Why the metric cannot be computed of one set of rows, or null.</summary>
    public static string? Refuse(Metric metric, FrameShape shape, Side side) =>
        metric is JointMetric ? "it compares groups and has no value of one" : Lacks(metric, shape, side);

    /// <summary>What the frame lacks for the metric, or null.</summary>
    public static string? Lacks(Metric metric, FrameShape shape, Side side)
    {
        if (!metric.Tasks.Contains(shape.Task)) return $"it does not exist for {Words(shape.Task)}";
        if (metric is TallyMetric) return null;
        if (shape.Rows == 0) return "no rows";
        if (metric.NeedsRows && !shape.HasRows) return "it reads single rows, and only their counts were gathered";
        MetricInputs missing = metric.Inputs & ~shape.Inputs(side);
        return missing == MetricInputs.None ? null : reasons.First(reason => missing.HasFlag(reason.Input)).Reason;
    }

    private static string Words(TaskType task) => task switch
    {
        TaskType.BinaryClassification => "binary classification",
        TaskType.MulticlassClassification => "multiclass classification",
        _ => "regression",
    };
}
