using Gate.Data;
using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Scores;

internal sealed class RecallAtPrecision(double minPrecision = 0.8) : RankedMetric
{
    public override string Name => "recall_at_precision";

    public override string Definition => "The best recall of all thresholds that reach a precision.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen => "no positive rows, or no threshold reaches the precision";

    public override string Source => "scikit-learn, precision_recall_curve";

    public override MetricInputs Inputs => MetricInputs.Scores;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Binary;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override EvidenceNeeds Needs => EvidenceNeeds.Positives;

    public override IReadOnlyList<MetricParameter> Parameters =>
        [new("min_precision", 0.8, 0, 1, false, "The precision that must be reached.")];

    public override IReadOnlyList<double> ParameterValues => [minPrecision];

    protected override Metric Parameterised(IReadOnlyList<double> values) => new RecallAtPrecision(values[0]);

    internal override bool IsShareAtCut => true;

    internal override MetricValue Compute(RankedRows rows)
    {
        double found = 0, seen = 0, best = -1;
        for (int i = 0; i < rows.Weights.Length; i++)
        {
            found += rows.Weights[i] * rows.Positives[i];
            seen += rows.Weights[i];
            if (rows.EndsTie[i] && seen > 0 && found >= minPrecision * seen * (1 - Quantiles.Rounding)) best = found;
        }
        if (found == 0) return MetricValue.Missing("no positive rows");
        return best < 0 ? MetricValue.Missing("no threshold reaches the precision") : MetricValue.Of(best / found);
    }
}
