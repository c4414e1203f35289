using Gate.Metrics.Statistics;

namespace Gate.Metrics.Scores;

internal sealed class BrierScoreLoss : MeanMetric
{
    public override string Name => "brier_score_loss";

    public override IReadOnlyList<string> Aliases => ["brier"];

    public override string Definition => "The mean squared distance of the positive class's probability from the outcome (1 positive, 0 negative).";

    public override Direction Direction => Direction.LowerIsBetter;

    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen => Reasons.NotProbabilities;

    public override string Source => "scikit-learn, brier_score_loss; G. W. Brier, Mon. Weather Rev. 78 (1950)";

    public override MetricInput Input => MetricInput.Scores;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Binary;

    internal override string? Read(Sample sample, int row, Span<double> terms)
    {
        double probability = sample.Scores![row], distance = probability - (sample.Labels![row] == Sample.Positive ? 1 : 0);
        terms[0] = distance * distance;
        return probability is >= 0 and <= 1 ? null : Reasons.NotProbabilities;
    }
}
