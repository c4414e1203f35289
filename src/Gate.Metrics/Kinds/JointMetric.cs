using Gate.Data;
using Gate.Metrics.Cells;

namespace Gate.Metrics.Kinds;

/// <summary>On which scale the replicates of a joint metric are reflected for its interval.</summary>
internal enum JointScale
{
    /// <summary>As it is: a distance that grows with the difference itself.</summary>
    Linear,

    /// <summary>Its square root: a divergence or an entropy, which grows with the square of the difference.</summary>
    SquareRoot,
}

/// <summary>A metric of several groups at once, for <see cref="CompareKind.Joint"/>: it has no value of one group alone.</summary>
internal abstract class JointMetric : Metric
{
    public override MetricInputs Inputs => MetricInputs.Predictions;

    public sealed override bool NeedsRows => false;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Binary;

    /// <summary>What is worse is farther from 0.</summary>
    public sealed override Direction Direction => Direction.LowerIsBetter;

    /// <summary>Whether the value has a sign; then the value of the largest magnitude decides, and is reported with its sign.</summary>
    internal virtual bool IsSigned => false;

    /// <summary>The scale of its interval.</summary>
    internal virtual JointScale Scale => JointScale.Linear;

    /// <summary>The name of the metric that is shown of each group beside the joint value.</summary>
    /// <param name="task">The task of the sample.</param>
    internal abstract string ShownFor(TaskType task);
}

/// <summary>A joint metric that contrasts one group (SageMaker Clarify's facet d) with others (facet a).</summary>
internal abstract class FacetMetric : JointMetric
{
    /// <summary>Whether the control levels are strata of one number, rather than compared each on its own.</summary>
    internal virtual bool IsStratified => false;

    /// <summary>The value from the weighted confusion matrices of both facets, neither of them without rows.</summary>
    /// <param name="others">Facet a: the reference, or all other rows.</param>
    /// <param name="group">Facet d: the group.</param>
    internal abstract MetricValue Contrast(Confusion others, Confusion group);
}

/// <summary>A joint metric of all groups of a level that take part, none of which stands out.</summary>
internal abstract class PartitionMetric : JointMetric
{
    /// <summary>The value from the weight and the metric that is shown of each group.</summary>
    internal abstract MetricValue Compute(GroupCells groups);
}

/// <summary>The confusion matrices of some groups.</summary>
/// <param name="cells">Classes × classes numbers for every group of the grouping.</param>
/// <param name="classes">The number of classes.</param>
/// <param name="members">The groups that take part.</param>
internal readonly ref struct GroupCells(ReadOnlySpan<double> cells, int classes, ReadOnlySpan<int> members)
{
    private readonly ReadOnlySpan<double> cells = cells;
    private readonly ReadOnlySpan<int> members = members;
    private readonly int classes = classes;

    public int Count => members.Length;

    public Confusion this[int member] => new(cells.Slice(members[member] * Confusion.Size(classes), Confusion.Size(classes)), classes);
}
