using Gate.Data;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Scores;

internal sealed class MeanScore : MeanMetric
{
    public override string Name => "mean_score";

    public override string Definition => "The mean score of the positive class.";

    public override Direction Direction => Direction.Neutral;

    public override (double Low, double High) Range => (double.NegativeInfinity, double.PositiveInfinity);

    public override string UndefinedWhen => "";

    public override string Source => "Fairlearn, mean_prediction on scores";

    public override MetricInputs Inputs => MetricInputs.Scores;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Binary;

    internal override string? Read(Sample sample, int row, Span<double> terms)
    {
        terms[0] = sample.Scores![row];
        return null;
    }
}
