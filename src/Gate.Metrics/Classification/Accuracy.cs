using Gate.Data;
using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Classification;

internal sealed class Accuracy : RateMetric
{
    public override string Name => "accuracy";

    public override IReadOnlyList<string> Aliases => ["accuracy_score"];

    public override string Definition => "The share of rows whose predicted class is the label.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override string UndefinedWhen => "";

    public override string Source => "scikit-learn, accuracy_score";

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Classification;

    internal override (double Hits, double Trials) Share(Confusion cells) => (cells.Correct, cells.Total);
}
