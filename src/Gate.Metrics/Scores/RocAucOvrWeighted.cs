using Gate.Data;
using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Scores;

internal sealed class RocAucOvrWeighted : OrderedMetric
{
    public override string Name => "roc_auc_ovr_weighted";

    public override string Definition =>
        "The area under the ROC curve of each class's score against all other classes, averaged over the "
        + "classes, weighted by how many rows each has.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen => "a class has no rows, or all";

    public override string Source => "scikit-learn, roc_auc_score(multi_class='ovr', average='weighted')";

    public override MetricInputs Inputs => MetricInputs.Scores;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Multiclass;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    internal override RowOrder Order => RowOrder.ClassScore;

    internal override string? Read(Sample sample, int row, int code, Span<double> terms)
    {
        terms[0] = sample.Labels![row] == code ? 1 : 0;
        return null;
    }

    internal override MetricValue Compute(OrderedRows rows) =>
        RocAuc.Area(new RankedRows(rows.Keys, rows.Weights, rows.Term(0), rows.EndsTie, weighted: false));

    internal override double ClassWeight(OrderedRows rows)
    {
        ReadOnlySpan<double> weights = rows.Weights, own = rows.Term(0);
        double sum = 0;
        for (int i = 0; i < weights.Length; i++) sum += weights[i] * own[i];
        return sum;
    }
}
