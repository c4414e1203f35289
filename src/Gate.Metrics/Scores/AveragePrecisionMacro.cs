using Gate.Data;
using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Scores;

internal sealed class AveragePrecisionMacro : RankedMetric
{
    private static readonly AveragePrecision binary = new();

    public override string Name => "average_precision_macro";

    public override string Definition =>
        "The mean over the classes of the average precision of each class's score against all other classes.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen => "a class has no rows";

    public override string Source => "scikit-learn, average_precision_score(average='macro')";

    public override MetricInputs Inputs => MetricInputs.Scores;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Multiclass;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    internal override RankBy RankBy => RankBy.EachClass;

    internal override MetricValue Compute(RankedRows rows) => binary.Compute(rows);
}
