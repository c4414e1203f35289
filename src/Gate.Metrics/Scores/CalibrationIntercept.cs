using Gate.Data;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Scores;

internal sealed class CalibrationIntercept : OrderedMetric
{
    public override string Name => "calibration_intercept";

    public override string Definition =>
        "What must be added to the logit of every probability for their mean to be the share of positives (calibration in the large: slope "
        + "fixed at 1): 0 calibrated, above 0 the probabilities are too low.";

    public override Direction Direction => Direction.Neutral;

    public override (double Low, double High) Range => (double.NegativeInfinity, double.PositiveInfinity);

    public override string UndefinedWhen => $"{Reasons.OneClass}, or a score is not a probability above 0 and below 1";

    public override string Source => "D. R. Cox, Biometrika 45 (1958); E. W. Steyerberg, Clinical Prediction Models (2019), 15.3";

    public override MetricInputs Inputs => MetricInputs.Scores;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Binary;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override EvidenceNeeds Needs => EvidenceNeeds.Positives | EvidenceNeeds.Negatives;

    internal override int Terms => 2;

    internal override string? Read(Sample sample, int row, int code, Span<double> terms) => Recalibration.Read(sample, row, terms);

    internal override MetricValue Compute(OrderedRows rows) => Recalibration.Intercept(rows);
}
