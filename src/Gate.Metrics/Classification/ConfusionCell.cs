using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Classification;

/// <summary>true_positives, false_positives, false_negatives and true_negatives.</summary>
internal sealed class ConfusionCell(bool positive, bool predictedPositive) : CountMetric
{
    private readonly bool correct = positive == predictedPositive;

    public override string Name => $"{(correct ? "true" : "false")}_{(predictedPositive ? "positives" : "negatives")}";

    public override string Definition =>
        $"The weight of the rows (their number, without weights) whose label is {Word(positive)} and that are predicted "
        + $"{Word(predictedPositive)}.";

    public override Direction Direction => correct ? Direction.HigherIsBetter : Direction.LowerIsBetter;

    public override (double Low, double High) Range => (0, double.PositiveInfinity);

    public override string UndefinedWhen => "";

    public override string Source => "scikit-learn, confusion_matrix";

    internal override MetricValue Compute(Confusion cells) => MetricValue.Of((positive, predictedPositive) switch
    {
        (false, false) => cells.TrueNegatives,
        (false, true) => cells.FalsePositives,
        (true, false) => cells.FalseNegatives,
        _ => cells.TruePositives,
    });

    private static string Word(bool yes) => yes ? "positive" : "negative";
}
