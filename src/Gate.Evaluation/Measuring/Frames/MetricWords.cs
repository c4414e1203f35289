using Gate.Evaluation.Inputs;
using Gate.Metrics;
using Gate.Policy.Document;
using Gate.Policy.Vocabulary;

namespace Gate.Evaluation.Measuring.Frames;

/// <summary>The words that metrics and disparities lend to the policy language.</summary>
internal static class MetricWords
{
    /// <summary>The word of a metric.</summary>
    public static MetricWord Of(Metric metric) => new(
        metric.Name, metric.Aliases, metric.Definition, [.. metric.Tasks.Select(task => task.ToPolicyTask())],
        IsDisparity: false, HigherIsBetter(metric.Direction), metric.Range.Low, metric.Range.High)
    {
        Parameters = [.. metric.Parameters.Select(Word)],
        ServesClasses = ServesClasses(metric),
        HighOfTwoClasses = metric.HighestOfTwoClasses < metric.Range.High ? metric.HighestOfTwoClasses : null,
    };

    private static bool? HigherIsBetter(Direction direction) => direction switch
    {
        Direction.HigherIsBetter => true,
        Direction.LowerIsBetter => false,
        _ => null,
    };

    private static ParameterWord Word(MetricParameter parameter) => new(
        parameter.Name, parameter.IsWhole ? "integer" : "number", parameter.Default, parameter.Description, parameter.Min, parameter.Max,
        Choices: null, Nullable: false);

    private static bool ServesClasses(Metric metric) => metric.OneVsRest(0, "x") is not null;

    /// <summary>The word of a named disparity.</summary>
    public static MetricWord Of(NamedDisparity disparity) => new(
        disparity.Comparison.Name, disparity.Aliases, disparity.Definition, [.. disparity.Tasks.Select(task => task.ToPolicyTask())],
        IsDisparity: true, disparity.IsSigned ? null : HigherIsBetter(disparity.Comparison.Direction), disparity.Range.Low,
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
}
