using Gate.Data;
using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Regression;

internal sealed class D2Pinball(double alpha = 0.5) : OrderedMetric
{
    public override string Name => "d2_pinball";

    public override IReadOnlyList<string> Aliases => ["d2_pinball_score"];

    public override string Definition =>
        "The share of the mean pinball loss of the best constant, the quantile α of the true numbers, that the model saves: 1 perfect, 0 "
        + "no better than it, negative worse.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (double.NegativeInfinity, 1);

    public override string UndefinedWhen => "fewer than two rows, or all true values are equal";

    public override string Source =>
        "scikit-learn, d2_pinball_score; the quantile is that of prediction_quantile, with and without weights";

    public override MetricInputs Inputs => MetricInputs.Values;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Regression;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override IReadOnlyList<MetricParameter> Parameters => MeanPinballLoss.Alpha;

    public override IReadOnlyList<double> ParameterValues => [alpha];

    protected override Metric Parameterised(IReadOnlyList<double> values) => new D2Pinball(values[0]);

    internal override RowOrder Order => RowOrder.Target;

    internal override string? Read(Sample sample, int row, int code, Span<double> terms)
    {
        terms[0] = sample.Estimates![row];
        return null;
    }

    internal override MetricValue Compute(OrderedRows rows) => Saved(rows, alpha);

    internal static MetricValue Saved(OrderedRows rows, double alpha)
    {
        ReadOnlySpan<double> targets = rows.Keys, weights = rows.Weights, estimates = rows.Term(0);
        if (Quantiles.Of(targets, weights, alpha) is not double constant) return MetricValue.Missing(Reasons.NoRows);
        double loss = 0, best = 0;
        int count = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            if (weights[i] == 0) continue;
            loss += weights[i] * MeanPinballLoss.Loss(targets[i], estimates[i], alpha);
            best += weights[i] * MeanPinballLoss.Loss(targets[i], constant, alpha);
            count++;
        }
        if (count < 2) return MetricValue.Missing("fewer than two rows");
        return best == 0 ? MetricValue.Missing("the best constant has no loss (all true values are equal)") : MetricValue.Of(
            1 - loss / best);
    }
}
