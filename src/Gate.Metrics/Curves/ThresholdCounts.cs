using Gate.Data;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Curves;

/// <summary>At each distinct score, from the highest down: the weight of positives and of negatives that score at least as much.</summary>
internal sealed record ThresholdCounts(double[] Thresholds, double[] TruePositives, double[] FalsePositives)
{
    public double Positives => TruePositives.Length == 0 ? 0 : TruePositives[^1];

    public double Negatives => FalsePositives.Length == 0 ? 0 : FalsePositives[^1];

    public static ThresholdCounts Of(Sample sample, int[]? rows, int threads = 1, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        if (sample.Scores is null || sample.Labels is null || sample.Task != TaskType.BinaryClassification) return new([], [], []);
        SortedRows sorted = RowSort.Sort(Of(sample.Scores), true, Of(sample.Labels), Sample.Positive,
            sample.Weights is null ? null : Of(sample.Weights), null, threads, cancel);
        double[] keys = sorted.Keys;
        int distinct = 0;
        for (int i = 0; i < keys.Length; i++) distinct += EndsTie(i) ? 1 : 0;
        double[] thresholds = new double[distinct], truePositives = new double[distinct], falsePositives = new double[distinct];
        double positives = 0, negatives = 0;
        for (int i = 0, at = 0; i < keys.Length; i++)
        {
            double weight = sorted.Weights?[i] ?? 1;
            if (SortedRows.IsPositive(sorted.Tags[i])) positives += weight;
            else negatives += weight;
            if (EndsTie(i)) (thresholds[at], truePositives[at], falsePositives[at++]) = (keys[i], positives, negatives);
        }
        return new(thresholds, truePositives, falsePositives);

        T[] Of<T>(T[] values) => rows is null ? values : Array.ConvertAll(rows, row => values[row]);

        bool EndsTie(int i) => i + 1 == keys.Length || keys[i + 1] != keys[i];
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
