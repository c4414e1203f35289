using Gate.Data;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Disparities;

/// <summary>A disparity with a name of its own.</summary>
/// <param name="Comparison">What is compared.</param>
/// <param name="Definition">What it measures, in one sentence.</param>
/// <param name="UndefinedWhen">When it is undefined.</param>
/// <param name="Source">Where the definition comes from.</param>
public sealed record NamedDisparity(Comparison Comparison, string Definition, string UndefinedWhen, string Source)
{
    /// <summary>Other names that policies may use (<c>dpl</c>).</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The tasks that it serves: those of all its parts, and multiclass where each part can be asked of one class against the
    /// rest.</summary>
    public IReadOnlyList<TaskType> Tasks { get; init; } =
        [.. Enum.GetValues<TaskType>().Where(task => Comparison.Parts.All(part => Serves(part, task)))];

    /// <summary>The smallest and largest value that it can take.</summary>
    public (double Low, double High) Range { get; init; } = (0, 1);

    /// <summary>Whether its value keeps a sign: the value farthest from 0 (of a ratio, from 1) is then reported, whichever side it lies
    /// on.</summary>
    public bool IsSigned => Comparison.Signed || Comparison.Parts is [JointMetric { IsSigned: true }, ..];

    /// <summary>Whether it holds each group against others; else it is one number of all groups together.</summary>
    public bool HoldsAgainstOthers => Comparison.Kind != CompareKind.Joint || Comparison.Parts is [FacetMetric, ..];

    /// <summary>The numbers that its definition leaves open: those of its only part.</summary>
    public IReadOnlyList<MetricParameter> Parameters => Comparison.Parts.Count == 1 ? Comparison.Parts[0].Parameters : [];

    /// <summary>Whether it needs control columns (conditional demographic disparity).</summary>
    public bool NeedsControl { get; init; }

    private static bool Serves(Metric part, TaskType task) =>
        part.Tasks.Contains(task) || (task == TaskType.MulticlassClassification && part.OneVsRest(0, "class") is not null);
}
