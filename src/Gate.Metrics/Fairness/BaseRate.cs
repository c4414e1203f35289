using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Fairness;

internal sealed class BaseRate : RateMetric
{
    public override string Name => "base_rate";

    public override string Definition => "The share of rows whose label is positive.";

    public override Direction Direction => Direction.Neutral;

    public override string UndefinedWhen => "";

    public override string Source => "Barocas, Hardt and Narayanan, Fairness and Machine Learning, chapter 3";

    public override MetricInputs Inputs => MetricInputs.None;

    internal override (double Hits, double Trials) Share(Confusion cells) => (cells.TruePositives + cells.FalseNegatives, cells.Total);
}
