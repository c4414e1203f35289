using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Fairness;

internal sealed class TreatmentRatio : CountMetric
{
    public override string Name => "treatment_ratio";

    public override string Definition => "False negatives over false positives: how the errors of the model divide into harm and favour.";

    public override Direction Direction => Direction.Neutral;

    public override (double Low, double High) Range => (0, double.PositiveInfinity);

    public override string UndefinedWhen => "no false positives";

    public override string Source => "Berk et al., Fairness in criminal justice risk assessments, 2018 (treatment equality)";

    public override EvidenceNeeds Needs => EvidenceNeeds.Positives | EvidenceNeeds.Negatives;

    internal override MetricValue Compute(Confusion cells) => MetricValue.Ratio(cells.FalseNegatives, cells.FalsePositives, UndefinedWhen);
}
