using Gate.Data;
using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Scores;

internal sealed class Gini : RankedMetric
{
    public override string Name => "gini";

    public override string Definition => "Twice the area under the ROC curve minus 1: 0 as good as guessing.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (-1, 1);

    public override string UndefinedWhen => Reasons.OneClass;

    public override string Source => "scikit-learn, 2 roc_auc_score - 1";

    public override MetricInputs Inputs => MetricInputs.Scores;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Binary;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override EvidenceNeeds Needs => EvidenceNeeds.Positives | EvidenceNeeds.Negatives;

    internal override MetricValue Compute(RankedRows rows) =>
        RocAuc.Area(rows) is { IsDefined: true } area ? MetricValue.Of(2 * area.Number - 1) : MetricValue.Missing(UndefinedWhen);
}
