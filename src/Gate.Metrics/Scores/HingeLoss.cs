using Gate.Data;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Scores;

internal sealed class HingeLoss : MeanMetric
{
    public override string Name => "hinge_loss";

    public override string Definition =>
        "The mean shortfall of the margin from 1, for scores that are decision values: of two classes the score times the label (1 or -1), "
        + "of many the label's score minus the largest other one.";

    public override Direction Direction => Direction.LowerIsBetter;

    public override (double Low, double High) Range => (0, double.PositiveInfinity);

    public override string UndefinedWhen => "";

    public override string Source => "scikit-learn, hinge_loss; K. Crammer and Y. Singer, J. Mach. Learn. Res. 2 (2001)";

    public override MetricInputs Inputs => MetricInputs.Scores;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Classification;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    internal override string? Read(Sample sample, int row, Span<double> terms)
    {
        int label = sample.Labels![row];
        terms[0] = Math.Max(0, 1 - (sample.Task == TaskType.BinaryClassification
            ? label == Sample.Positive ? sample.Scores![row] : -sample.Scores![row]
            : Margin(sample.Scores.AsSpan(row * sample.Classes.Count, sample.Classes.Count), label)));
        return null;
    }

    private static double Margin(ReadOnlySpan<double> scores, int label)
    {
        double other = double.NegativeInfinity;
        for (int k = 0; k < scores.Length; k++)
            if (k != label) other = Math.Max(other, scores[k]);
        return scores[label] - other;
    }
}
