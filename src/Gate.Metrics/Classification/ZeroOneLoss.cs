using Gate.Data;
using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Classification;

internal sealed class ZeroOneLoss : RateMetric
{
    public override string Name => "zero_one_loss";

    public override IReadOnlyList<string> Aliases => ["hamming_loss"];

    public override string Definition =>
        "The share of rows whose predicted class is not the label. With one label a row it is the Hamming loss too.";

    public override Direction Direction => Direction.LowerIsBetter;

    public override string UndefinedWhen => "";

    public override string Source => "scikit-learn, zero_one_loss, hamming_loss";

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Classification;

    internal override (double Hits, double Trials) Share(Confusion cells) => (cells.Wrong, cells.Total);
}
