using Gate.Data;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Scores;

internal sealed class D2Brier : OrderedMetric
{
    private static readonly BrierScoreLoss loss = new();

    public override string Name => "d2_brier";

    public override IReadOnlyList<string> Aliases => ["d2_brier_score", "brier_skill_score"];

    public override string Definition =>
        "The share of the Brier score of always predicting the classes' own shares that the model saves (the Brier skill score): 1 "
        + "perfect, 0 no better than that, negative worse.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (double.NegativeInfinity, 1);

    public override string UndefinedWhen => $"{Reasons.OneClass}, or {Reasons.NotProbabilities}";

    public override string Source => "scikit-learn, d2_brier_score; D. S. Wilks, Statistical Methods in the Atmospheric Sciences (2011)";

    public override MetricInputs Inputs => MetricInputs.Scores;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Classification;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    internal override int Terms => 2;

    internal override string? Read(Sample sample, int row, int code, Span<double> terms)
    {
        string? reason = loss.Read(sample, row, terms);
        terms[1] = sample.Labels![row];
        // Of two classes the loss counts one, the other's is the same.
        if (sample.Task == TaskType.BinaryClassification) terms[0] *= 2;
        return reason;
    }

    internal override MetricValue Compute(OrderedRows rows) => ClassShares.Saved(rows, static share => share * (1 - share));
}
