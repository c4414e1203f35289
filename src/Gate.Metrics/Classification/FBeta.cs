using Gate.Data;
using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Classification;

internal sealed class FBeta(double beta = 2) : CountMetric
{
    public override string Name => "fbeta";

    public override IReadOnlyList<string> Aliases => ["fbeta_score"];

    public override string Definition =>
        "A mean of precision and recall of the positive class in which recall counts β times as much: (1 "
        + "+ β²) TP / ((1 + β²) TP + β² FN + FP).";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen => "no positive and no predicted positive rows";

    public override string Source => "scikit-learn, fbeta_score; C. J. van Rijsbergen, Information Retrieval (1979)";

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override EvidenceNeeds Needs => EvidenceNeeds.Positives;

    public override IReadOnlyList<MetricParameter> Parameters => FBeta.Beta;

    public override IReadOnlyList<double> ParameterValues => [beta];

    protected override Metric Parameterised(IReadOnlyList<double> values) => new FBeta(values[0]);

    /// <summary>The default is 2: F1 is a metric of its own, and what is asked of a gate more often is not to miss positives (scikit-learn
    /// has no default).</summary>
    internal static IReadOnlyList<MetricParameter> Beta { get; } =
        [new("beta", 2, 0.01, 100, false, "How many times as much recall counts as precision.")];

    internal override MetricValue Compute(Confusion cells)
    {
        double square = beta * beta, hits = (1 + square) * cells.TruePositives;
        return MetricValue.Ratio(hits, hits + square * cells.FalseNegatives + cells.FalsePositives, UndefinedWhen);
    }
}
