using Gate.Data;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Scores;

internal sealed class BrierScoreLoss : MeanMetric
{
    public override string Name => "brier_score_loss";

    public override IReadOnlyList<string> Aliases => ["brier"];

    public override string Definition =>
        "The mean squared distance of the positive class's probability from the outcome (1 positive, 0 negative); of many classes the sum "
        + "of the classes' distances, at most 2.";

    public override Direction Direction => Direction.LowerIsBetter;

    public override (double Low, double High) Range => (0, 2);

    public override double HighestOfTwoClasses => 1;

    public override string UndefinedWhen => Reasons.NotProbabilities;

    public override string Source => "scikit-learn 1.7, brier_score_loss; G. W. Brier, Mon. Weather Rev. 78 (1950)";

    public override MetricInputs Inputs => MetricInputs.Scores;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Classification;

    public override Metric? OneVsRest(int code, string name) => new OneVsRestMean(this, code, name);

    internal override string? Read(Sample sample, int row, Span<double> terms)
    {
        int label = sample.Labels![row];
        if (sample.Task == TaskType.BinaryClassification)
        {
            double probability = sample.Scores![row], distance = probability - (label == Sample.Positive ? 1 : 0);
            terms[0] = distance * distance;
            return probability is >= 0 and <= 1 ? null : Reasons.NotProbabilities;
        }
        ReadOnlySpan<double> scores = sample.Scores.AsSpan(row * sample.Classes.Count, sample.Classes.Count);
        terms[0] = 0;
        for (int k = 0; k < scores.Length; k++)
        {
            if (scores[k] is not (>= 0 and <= 1)) return Reasons.NotProbabilities;
            double distance = scores[k] - (k == label ? 1 : 0);
            terms[0] += distance * distance;
        }
        return null;
    }
}
