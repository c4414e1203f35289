using Gate.Data;
using Gate.Metrics;

namespace Gate.Evaluation.Searching;

/// <summary>The metrics that a search can be decided by.</summary>
internal static class SearchMetrics
{
    /// <summary>Their names, each task's own first.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "roc_auc", "accuracy", "r2", "average_precision", "log_loss", "brier_score_loss", "balanced_accuracy", "f1", "f1_macro",
        "matthews_corrcoef", "roc_auc_ovr", "root_mean_squared_error", "mean_absolute_error", "mean_poisson_deviance",
    ];

    /// <summary>A metric by its name; the task's own for null.</summary>
    public static Metric Of(string? name, TaskType task) => MetricCatalogue.Find(name ?? task switch
    {
        TaskType.BinaryClassification => "roc_auc",
        TaskType.MulticlassClassification => "accuracy",
        _ => "r2",
    })!;
}
