using Gate.Metrics;
using Gate.Models;
using Gate.Policy;

namespace Gate.Evaluation;

/// <summary>The words that metrics and learners lend to the policy language.</summary>
public static class Vocabulary
{
    /// <summary>All metrics, named disparities and learners.</summary>
    public static PolicyVocabulary Current { get; } = new([.. MetricCatalogue.All.Select(Word), .. DisparityCatalogue.All.Select(Word)], [.. LearnerCatalogue.All.Select(Word)]);

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

    private static PolicyTask ToPolicyTask(TaskType task) => task switch
    {
        TaskType.BinaryClassification => PolicyTask.BinaryClassification,
        TaskType.MulticlassClassification => PolicyTask.MulticlassClassification,
        _ => PolicyTask.Regression,
    };

    private static MetricWord Word(Metric metric) => new(
        metric.Name, metric.Aliases, metric.Definition, [.. metric.Tasks.Select(ToPolicyTask)],
        IsDisparity: false, metric.Direction != Direction.Neutral, metric.Range.Low, metric.Range.High);

    private static MetricWord Word(NamedDisparity disparity) => new(
        disparity.Comparison.Name, [], disparity.Definition, [.. disparity.Comparison.Parts[0].Tasks.Select(ToPolicyTask)],
        IsDisparity: true, HasDirection: true, 0, 1);

    private static AlgorithmWord Word(LearnerInfo learner) => new(
        learner.Name, learner.Description, [.. learner.Tasks.Select(ToPolicyTask)],
        [.. learner.Parameters.Select(p => new ParameterWord(p.Name, Word(p.Type), p.Default, p.Description, p.Min, p.Max, p.Choices, p.Nullable))]);

    private static string Word(ParameterType type) => type switch
    {
        ParameterType.Integer => "integer",
        ParameterType.Number => "number",
        ParameterType.Boolean => "boolean",
        _ => "choice",
    };
}
