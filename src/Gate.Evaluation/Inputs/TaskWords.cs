using Gate.Data;
using Gate.Policy.Document;

namespace Gate.Evaluation.Inputs;

/// <summary>Between the policy's tasks and those of the data.</summary>
public static class TaskWords
{
    /// <summary>The metrics' task for a policy's task.</summary>
    /// <param name="task">The policy's task.</param>
    public static TaskType ToTaskType(this PolicyTask task) => task switch
    {
        PolicyTask.BinaryClassification => TaskType.BinaryClassification,
        PolicyTask.MulticlassClassification => TaskType.MulticlassClassification,
        _ => TaskType.Regression,
    };

    /// <summary>The task's word in policies and results.</summary>
    /// <param name="task">The task.</param>
    public static string Word(this TaskType task) => task switch
    {
        TaskType.BinaryClassification => "binary_classification",
        TaskType.MulticlassClassification => "multiclass_classification",
        _ => "regression",
    };

    /// <summary>The policy's task for a task of the data.</summary>
    /// <param name="task">The task.</param>
    public static PolicyTask ToPolicyTask(this TaskType task) => task switch
    {
        TaskType.BinaryClassification => PolicyTask.BinaryClassification,
        TaskType.MulticlassClassification => PolicyTask.MulticlassClassification,
        _ => PolicyTask.Regression,
    };
}
