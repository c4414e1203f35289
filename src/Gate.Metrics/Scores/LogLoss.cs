using Gate.Data;
using Gate.Data.Numerics;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Scores;

internal sealed class LogLoss : MeanMetric
{
    /// <summary>scikit-learn 1.2 clips probabilities here: the spacing of doubles at 1, 2^-52.</summary>
    private const double Smallest = 2.220446049250313e-16;

    public override string Name => "log_loss";

    public override string Definition =>
        "The mean negative logarithm of the probability given to each row's label; probabilities are clipped "
        + "at 2.2e-16 and a row's made to sum to 1.";

    public override Direction Direction => Direction.LowerIsBetter;

    public override (double Low, double High) Range => (0, double.PositiveInfinity);

    public override string UndefinedWhen => Reasons.NotProbabilities;

    public override string Source => "scikit-learn 1.2, log_loss";

    public override MetricInputs Inputs => MetricInputs.Scores;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Classification;

    public override Metric? OneVsRest(int code, string name) => new OneVsRestMean(this, code, name);

    internal override bool IsLightTailed => true;

    internal override string? Read(Sample sample, int row, Span<double> terms)
    {
        int label = sample.Labels![row];
        if (sample.Task == TaskType.BinaryClassification)
        {
            double probability = sample.Scores![row], positive = Clip(probability);
            terms[0] = -Portable.Log(label == Sample.Positive ? positive : 1 - positive);
            return probability is >= 0 and <= 1 ? null : Reasons.NotProbabilities;
        }
        double sum = 0;
        ReadOnlySpan<double> scores = sample.Scores.AsSpan(row * sample.Classes.Count, sample.Classes.Count);
        foreach (double score in scores)
        {
            if (score is not (>= 0 and <= 1)) return Reasons.NotProbabilities;
            sum += Clip(score);
        }
        terms[0] = -Portable.Log(Clip(scores[label]) / sum);
        return null;
    }

    private static double Clip(double probability) => Math.Clamp(probability, Smallest, 1 - Smallest);
}
