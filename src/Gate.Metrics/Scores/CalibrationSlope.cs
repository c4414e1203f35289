using Gate.Data;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Scores;

internal sealed class CalibrationSlope : OrderedMetric
{
    public override string Name => "calibration_slope";

    public override string Definition =>
        "The slope of a logistic regression of the outcome on the logit of the probability: 1 calibrated, "
        + "below 1 the probabilities are too extreme.";

    public override Direction Direction => Direction.Neutral;

    public override (double Low, double High) Range => (double.NegativeInfinity, double.PositiveInfinity);

    public override string UndefinedWhen =>
        $"{Reasons.OneClass}, a score is not a probability above 0 and below 1, or some score separates the classes";

    public override string Source => "D. R. Cox, Biometrika 45 (1958); E. W. Steyerberg, Clinical Prediction Models (2019), 15.3";

    public override MetricInputs Inputs => MetricInputs.Scores;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Binary;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override EvidenceNeeds Needs => EvidenceNeeds.Positives | EvidenceNeeds.Negatives;

    internal override int Terms => 2;

    internal override string? Read(Sample sample, int row, int code, Span<double> terms) => Recalibration.Read(sample, row, terms);

    internal override MetricValue Compute(OrderedRows rows) => Recalibration.Slope(rows);
}
