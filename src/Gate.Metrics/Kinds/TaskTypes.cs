using Gate.Data;

namespace Gate.Metrics.Kinds;

/// <summary>The tasks that kinds of metrics serve.</summary>
internal static class TaskTypes
{
    public static IReadOnlyList<TaskType> Binary { get; } = [TaskType.BinaryClassification];

    public static IReadOnlyList<TaskType> Multiclass { get; } = [TaskType.MulticlassClassification];

    public static IReadOnlyList<TaskType> Classification { get; } = [TaskType.BinaryClassification, TaskType.MulticlassClassification];

    public static IReadOnlyList<TaskType> Regression { get; } = [TaskType.Regression];

    public static IReadOnlyList<TaskType> BinaryAndRegression { get; } = [TaskType.BinaryClassification, TaskType.Regression];

    public static IReadOnlyList<TaskType> All { get; } = [TaskType.BinaryClassification, TaskType.MulticlassClassification,
        TaskType.Regression];
}

/// <summary>Reasons that several metrics share.</summary>
internal static class Reasons
{
    public const string NoRows = "no rows with weight";
    public const string OneClass = "only one class among the labels";
    public const string NotProbabilities = "the scores are not probabilities from 0 to 1";
}
