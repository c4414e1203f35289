using Gate.Data;
using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Classification;

/// <summary>fbeta_micro, fbeta_macro and fbeta_weighted.</summary>
internal sealed class AveragedFBeta(Average average, double beta = 2) : CountMetric
{
    public override string Name => $"fbeta_{PerClass.Suffix(average)}";

    public override string Definition => $"F-beta of each class against the others, {PerClass.Words(average)}.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen => "";

    public override string Source => "scikit-learn, fbeta_score(average=…)";

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Classification;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override IReadOnlyList<MetricParameter> Parameters => FBeta.Beta;

    public override IReadOnlyList<double> ParameterValues => [beta];

    protected override Metric Parameterised(IReadOnlyList<double> values) => new AveragedFBeta(average, values[0]);

    internal override MetricValue Compute(Confusion cells)
    {
        double square = beta * beta;
        return PerClass.Of(average, cells, (whole, k) => ((1 + square) * whole.Hit(k), square * whole.Labelled(k) + whole.Predicted(k)),
            Reasons.NoRows);
    }
}
