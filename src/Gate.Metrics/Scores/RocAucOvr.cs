using Gate.Data;
using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Scores;

internal sealed class RocAucOvr : RankedMetric
{
    public override string Name => "roc_auc_ovr";

    public override string Definition =>
        "The mean over the classes of the area under the ROC curve of each class's score against all other classes.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen => "a class has no rows, or all";

    public override string Source => "scikit-learn, roc_auc_score(multi_class='ovr', average='macro')";

    public override MetricInputs Inputs => MetricInputs.Scores;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Multiclass;

    internal override RankBy RankBy => RankBy.EachClass;

    internal override MetricValue Compute(RankedRows rows) => RocAuc.Area(rows);
}
