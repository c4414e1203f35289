using Gate.Data;
using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Scores;

internal sealed class ExpectedCalibrationError(double bins = 10) : GapMetric
{
    public override string Name => "expected_calibration_error";

    public override IReadOnlyList<string> Aliases => ["ece"];

    public override string Definition =>
        "How far the mean probability of the rows of a bin is from their share of positives, averaged over bins of equal width, weighted "
        + "by their rows. Of many classes it is that of the predicted (top) class and whether it is right.";

    public override Direction Direction => Direction.LowerIsBetter;

    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen => Reasons.NotProbabilities;

    public override string Source => "M. P. Naeini, G. F. Cooper and M. Hauskrecht, AAAI 2015; C. Guo et al., ICML 2017";

    public override MetricInputs Inputs => MetricInputs.Scores;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Classification;

    public override IReadOnlyList<MetricParameter> Parameters => CalibrationGap.Bins;

    public override IReadOnlyList<double> ParameterValues => [bins];

    protected override Metric Parameterised(IReadOnlyList<double> values) => new ExpectedCalibrationError(values[0]);

    internal override RowOrder Order => RowOrder.Confidence;

    internal override int? EqualWidthBins => (int)bins;

    internal override string? Read(Sample sample, int row, int code, Span<double> terms) => CalibrationGap.Read(sample, row, terms);

    internal override IReadOnlyList<GapBin> Bins(OrderedRows rows) => CalibrationGap.EqualWidth(rows, (int)bins);
}
