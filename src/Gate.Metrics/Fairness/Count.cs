using Gate.Data;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Fairness;

internal sealed class Count : TallyMetric
{
    public override string Name => "count";

    public override string Definition => "The number of rows, whatever their weight. It has no interval.";

    public override Direction Direction => Direction.Neutral;

    public override (double Low, double High) Range => (0, double.PositiveInfinity);

    public override string UndefinedWhen => "";

    public override string Source => "Fairlearn, count";

    public override IReadOnlyList<TaskType> ReportedFor => TaskTypes.Classification;

    internal override double Compute(GroupCounts counts) => counts.Count;
}
