using Gate.Data;
using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Scores;

internal sealed class ExpectedCalibrationErrorQuantile(double bins = 10) : GapMetric
{
    public override string Name => "expected_calibration_error_quantile";

    public override IReadOnlyList<string> Aliases => ["ece_quantile"];

    public override string Definition =>
        "The expected calibration error over bins of equally many rows; rows of one score stay together in one bin. Of many classes it is "
        + "that of the predicted (top) class and whether it is right.";

    public override Direction Direction => Direction.LowerIsBetter;

    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen => Reasons.NotProbabilities;

    public override string Source => "K. Nguyen and B. O'Connor, EMNLP 2015; J. Nixon et al., CVPR Workshops 2019";

    public override MetricInputs Inputs => MetricInputs.Scores;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Classification;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override IReadOnlyList<MetricParameter> Parameters => CalibrationGap.Bins;

    public override IReadOnlyList<double> ParameterValues => [bins];

    protected override Metric Parameterised(IReadOnlyList<double> values) => new ExpectedCalibrationErrorQuantile(values[0]);

    internal override RowOrder Order => RowOrder.Confidence;

    internal override string? Read(Sample sample, int row, int code, Span<double> terms) => CalibrationGap.Read(sample, row, terms);

    internal override IReadOnlyList<GapBin> Bins(OrderedRows rows) => CalibrationGap.EqualFrequency(rows, (int)bins);
}
