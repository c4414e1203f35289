using Gate.Data;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Regression;

internal sealed class IntervalCoverage : MeanMetric
{
    public override string Name => "interval_coverage";

    public override string Definition => "The share of rows whose true number lies within the prediction interval, its ends included.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen => "a row's interval has its lower end above its upper";

    public override string Source =>
        "R. Koenker and G. Bassett, Econometrica 46 (1978); A. N. Angelopoulos and S. Bates, A gentle introduction to conformal "
        + "prediction, arXiv:2107.07511";

    public override MetricInputs Inputs => MetricInputs.IntervalEnds;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Regression;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    internal override bool IsShare => true;

    internal override string? Read(Sample sample, int row, Span<double> terms)
    {
        double lower = sample.Lower![row], upper = sample.Upper![row], target = sample.Targets![row];
        terms[0] = lower <= target && target <= upper ? 1 : 0;
        return lower > upper ? UndefinedWhen : null;
    }
}
