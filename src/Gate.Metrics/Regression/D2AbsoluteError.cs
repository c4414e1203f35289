using Gate.Data;
using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Regression;

internal sealed class D2AbsoluteError : OrderedMetric
{
    public override string Name => "d2_absolute_error";

    public override IReadOnlyList<string> Aliases => ["d2_absolute_error_score"];

    public override string Definition =>
        "The share of the mean absolute error of the best constant, the median of the true numbers, that the model saves: 1 perfect, 0 no "
        + "better than it, negative worse.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (double.NegativeInfinity, 1);

    public override string UndefinedWhen => "fewer than two rows, or all true values are equal";

    public override string Source => "scikit-learn, d2_absolute_error_score";

    public override MetricInputs Inputs => MetricInputs.Values;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Regression;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    internal override RowOrder Order => RowOrder.Target;

    internal override string? Read(Sample sample, int row, int code, Span<double> terms)
    {
        terms[0] = sample.Estimates![row];
        return null;
    }

    internal override MetricValue Compute(OrderedRows rows) => D2Pinball.Saved(rows, 0.5);
}
