using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Fairness;

internal sealed class SelectionRate : RateMetric
{
    public override string Name => "selection_rate";

    public override string Definition => "The share of rows predicted positive.";

    public override Direction Direction => Direction.Neutral;

    public override string UndefinedWhen => "";

    public override string Source => "Fairlearn, selection_rate";

    internal override (double Hits, double Trials) Share(Confusion cells) => (cells.TruePositives + cells.FalsePositives, cells.Total);
}
