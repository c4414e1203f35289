using Gate.Data;
using Gate.Metrics;
using Gate.Models;
using Gate.Policy.Document;
using Gate.Policy.Forms;
using Gate.Policy.Vocabulary;

namespace Gate.Evaluation;

/// <summary>The words that metrics and learners lend to the policy language.</summary>
public static class Vocabulary
{
    private static readonly AlgorithmWord[] Algorithms = [.. LearnerCatalogue.All.Select(Word)];

    /// <summary>All metrics, named disparities, learners and forms of a model.</summary>
    public static PolicyVocabulary Current { get; } = new([.. MetricCatalogue.All.Select(Word), .. DisparityCatalogue.All.Select(Word)],
        Algorithms, [TrainForm.Of(Algorithms), PredictionsForm.Form]);

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
        IsDisparity: false, metric.Direction != Direction.Neutral, metric.Range.Low, metric.Range.High)
    {
        Parameters = [.. metric.Parameters.Select(Word)],
        ServesClasses = ServesClasses(metric),
    };

    private static ParameterWord Word(MetricParameter parameter) => new(
        parameter.Name, parameter.IsWhole ? "integer" : "number", parameter.Default, parameter.Description,
        double.IsFinite(parameter.Min) ? parameter.Min : null, double.IsFinite(parameter.Max) ? parameter.Max : null, null, false);

    private static bool ServesClasses(Metric metric) => metric.OneVsRest(0, "x") is not null;

    private static MetricWord Word(NamedDisparity disparity) => new(
        disparity.Comparison.Name, disparity.Aliases, disparity.Definition, [.. disparity.Tasks.Select(ToPolicyTask)],
        IsDisparity: true, HasDirection: disparity.Comparison is { Signed: false, Direction: not Direction.Neutral }, disparity.Range.Low,
            disparity.Range.High)
    {
        Parameters = [.. disparity.Parameters.Select(Word)],
        ServesClasses = disparity.Comparison.Parts.All(ServesClasses),
        NeedsControl = disparity.NeedsControl,
        OwnReference = disparity.Comparison.Method == CompareMethod.ToReference,
        Methods = disparity switch
        {
            { HoldsAgainstOthers: false } => [],
            { IsSigned: true } or { Comparison.Kind: CompareKind.Joint } => [MethodSpec.ToReference, MethodSpec.ToRest],
            _ => Enum.GetValues<MethodSpec>(),
        },
    };

    private static AlgorithmWord Word(LearnerInfo learner) => new(
        learner.Name, learner.Description, [.. learner.Tasks.Select(ToPolicyTask)],
        [.. learner.Parameters.Select(p => new ParameterWord(p.Name, Word(p.Type), p.Default, p.Description, p.Min, p.Max, p.Choices,
            p.Nullable))]);

    private static string Word(ParameterType type) => type switch
    {
        ParameterType.Integer => "integer",
        ParameterType.Number => "number",
        ParameterType.Boolean => "boolean",
        _ => "choice",
    };
}
