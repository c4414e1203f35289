using Gate.Data;
using Gate.Data.Numerics;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Scores;

internal sealed class D2LogLoss : OrderedMetric
{
    private static readonly LogLoss loss = new();

    public override string Name => "d2_log_loss";

    public override IReadOnlyList<string> Aliases => ["d2_log_loss_score"];

    public override string Definition =>
        "The share of the log loss of always predicting the classes' own shares that the model saves: 1 perfect, "
        + "0 no better than that, negative worse.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (double.NegativeInfinity, 1);

    public override string UndefinedWhen => $"{Reasons.OneClass}, or {Reasons.NotProbabilities}";

    public override string Source => "scikit-learn, d2_log_loss_score";

    public override MetricInputs Inputs => MetricInputs.Scores;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Classification;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    internal override int Terms => 2;

    internal override string? Read(Sample sample, int row, int code, Span<double> terms)
    {
        terms[1] = sample.Labels![row];
        return loss.Read(sample, row, terms);
    }

    internal override MetricValue Compute(OrderedRows rows) =>
        ClassShares.Saved(rows, static share => share == 0 ? 0 : -share * Portable.Log(share));
}
