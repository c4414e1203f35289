using Gate.Data;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Curves;

/// <summary>At each distinct score, from the highest down: the weight of positives and of negatives that score at least as much.</summary>
internal sealed record ThresholdCounts(double[] Thresholds, double[] TruePositives, double[] FalsePositives)
{
    public double Positives => TruePositives.Length == 0 ? 0 : TruePositives[^1];

    public double Negatives => FalsePositives.Length == 0 ? 0 : FalsePositives[^1];

    public static ThresholdCounts Of(Sample sample, int[]? rows)
    {
        ArgumentNullException.ThrowIfNull(sample);
        if (sample.Scores is null || sample.Labels is null || sample.Task != TaskType.BinaryClassification) return new([], [], []);
        int[] of = rows ?? [.. Enumerable.Range(0, sample.Rows)];
        double[] scores = Array.ConvertAll(of, row => sample.Scores[row]);
        List<double> thresholds = [], truePositives = [], falsePositives = [];
        double positives = 0, negatives = 0;
        int[] order = RadixSort.Order(scores, descending: true);
        for (int i = 0; i < order.Length; i++)
        {
            int row = of[order[i]];
            double weight = sample.Weights?[row] ?? 1;
            if (sample.Labels[row] == Sample.Positive) positives += weight;
            else negatives += weight;
            if (i + 1 < order.Length && scores[order[i + 1]] == scores[order[i]]) continue;
            thresholds.Add(scores[order[i]]);
            truePositives.Add(positives);
            falsePositives.Add(negatives);
        }
        return new([.. thresholds], [.. truePositives], [.. falsePositives]);
    }

    /// <summary>The positions that a ROC curve needs: the first, the last, and those where the slope changes (scikit-learn's
    /// <c>drop_intermediate</c>).</summary>
    public IEnumerable<int> Corners()
    {
        int last = Thresholds.Length - 1;
        for (int i = 0; i <= last; i++)
        {
            if (i == 0 || i == last || Bends(TruePositives, i) || Bends(FalsePositives, i)) yield return i;
        }
    }

    private static bool Bends(double[] sums, int i) => sums[i + 1] - 2 * sums[i] + sums[i - 1] != 0;
}
