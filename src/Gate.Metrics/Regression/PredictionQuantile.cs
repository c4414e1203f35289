using Gate.Data;
using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Regression;

internal sealed class PredictionQuantile(double q = 0.5) : OrderedMetric
{
    public override string Name => "prediction_quantile";

    public override string Definition =>
        "The number that a share q of the predictions does not exceed: compared between groups, whether they are promised alike.";

    public override Direction Direction => Direction.Neutral;

    public override (double Low, double High) Range => (double.NegativeInfinity, double.PositiveInfinity);

    public override MetricUnit Unit => MetricUnit.Label;

    public override string UndefinedWhen => "";

    public override string Source => "Hyndman and Fan, Sample quantiles, Am. Stat. 50 (1996), type 2; numpy, averaged_inverted_cdf";

    public override MetricInputs Inputs => MetricInputs.Values;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Regression;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override IReadOnlyList<MetricParameter> Parameters => [new("q", 0.5, 0, 1, false, "The share of the predictions.")];

    public override IReadOnlyList<double> ParameterValues => [q];

    protected override Metric Parameterised(IReadOnlyList<double> values) => new PredictionQuantile(values[0]);

    internal override RowOrder Order => RowOrder.Estimate;

    internal override int Terms => 0;

    internal override string? Read(Sample sample, int row, int code, Span<double> terms) => null;

    internal override MetricValue Compute(OrderedRows rows) => Quantiles.Of(rows.Keys, rows.Weights, q) is double quantile
        ? MetricValue.Of(quantile) : MetricValue.Missing(Reasons.NoRows);
}
