namespace Gate.Models.Calibration;

/// <summary>A decision threshold and what it reaches on the rows that it was chosen on.</summary>
/// <param name="Threshold">Rows with at least this score are said to be positive.</param>
/// <param name="Value">The criterion there.</param>
public sealed record ThresholdChoice(double Threshold, double Value)
{
    private const double Usual = 0.5;

    /// <summary>
    /// The threshold with the largest value of a criterion. It lies half-way between two scores that occur, so that it hangs on none; of
    /// thresholds that are equally good it is the one nearest to 0.5, and then the lower.
    /// </summary>
    /// <param name="scores">Scores of rows by models that had not seen them.</param>
    /// <param name="labels">1 for a row of the positive class, else 0; both occur.</param>
    /// <param name="weights">Sample weights, or null.</param>
    /// <param name="criterion">What is made largest.</param>
    public static ThresholdChoice Of(double[] scores, int[] labels, double[]? weights, ThresholdCriterion criterion)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(labels);
        int[] order = [.. Enumerable.Range(0, scores.Length)];
        Array.Sort(order, (a, b) => scores[a] != scores[b] ? scores[b].CompareTo(scores[a]) : a.CompareTo(b));
        (double positives, double negatives) = (0, 0);
        for (int row = 0; row < labels.Length; row++)
        {
            if (labels[row] == 1) positives += weights?[row] ?? 1;
            else negatives += weights?[row] ?? 1;
        }

        ThresholdChoice? best = null;
        (double hits, double alarms) = (0, 0);
        for (int i = 0; i < order.Length; i++)
        {
            (double score, double weight) = (scores[order[i]], weights?[order[i]] ?? 1);
            if (labels[order[i]] == 1) hits += weight;
            else alarms += weight;
            double? next = i + 1 < order.Length ? scores[order[i + 1]] : null;
            if (next == score) continue;
            // The lowest score of all is its own threshold: below it, all rows are positive too.
            var here = new ThresholdChoice(next is { } below ? Between(below, score) : score,
                Reached(criterion, hits, alarms, positives - hits, negatives - alarms));
            if (best is null || here.Value > best.Value + Rounding || (here.Value >= best.Value - Rounding && IsNearer(here, best)))
                best = here with { Value = Math.Max(here.Value, best?.Value ?? here.Value) };
        }
        return best ?? throw new ModelException("there are no rows to choose a threshold on");
    }

    // Sums of weights differ in their last bits; values that do are equal.
    private const double Rounding = 1e-12;

    private static double Between(double below, double score)
    {
        double middle = below + ((score - below) / 2);
        return middle > below ? middle : score;
    }

    private static bool IsNearer(ThresholdChoice here, ThresholdChoice best) =>
        Math.Abs(here.Threshold - Usual) <= Math.Abs(best.Threshold - Usual);

    private static double Reached(ThresholdCriterion criterion, double hits, double alarms, double misses, double rejections)
    {
        double positives = hits + misses, negatives = alarms + rejections;
        switch (criterion)
        {
            case ThresholdCriterion.F1:
                return 2 * hits / ((2 * hits) + alarms + misses);
            case ThresholdCriterion.Accuracy:
                return (hits + rejections) / (positives + negatives);
            case ThresholdCriterion.MatthewsCorrcoef:
                double product = (hits + alarms) * (misses + rejections) * positives * negatives;
                return product <= 0 ? 0 : ((hits * rejections) - (alarms * misses)) / Math.Sqrt(product);
            default:
                double balanced = ((hits / positives) + (rejections / negatives)) / 2;
                return criterion == ThresholdCriterion.Youden ? (2 * balanced) - 1 : balanced;
        }
    }
}
