using Gate.Metrics;
using Gate.Metrics.Sampling;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Properties;

/// <summary>Sorted-row metrics against their definitions, pair by pair and threshold by threshold.</summary>
public sealed class BruteForceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Auc_and_average_precision_follow_their_definitions(int seed)
    {
        const int rows = 200;
        var random = new CounterRandom((ulong)seed, 0, 0);
        int[] labels = [.. Enumerable.Range(0, rows).Select(_ => random.NextIndex(2))];
        double[] scores = [.. Enumerable.Range(0, rows).Select(_ => (random.NextIndex(25) - 12) / 4.0)]; // ties, negatives, zero
        double[] weights = [.. Enumerable.Range(0, rows).Select(_ => random.NextIndex(4) * 0.5)]; // some 0
        int[] codes = [.. Enumerable.Range(0, rows).Select(_ => random.NextIndex(3))];
        MetricFrame frame = MetricFrame.Gather(Samples.Binary(labels, null, scores, weights),
            Samples.By(Array.ConvertAll(codes, code => $"{code}")), new FrameOptions());

        for (int g = 0; g < 3; g++)
        {
            int[] own = [.. Enumerable.Range(0, rows).Where(row => codes[row] == g)];
            Near.Check(Auc(own), frame.MeasureGroups(Samples.Metric("roc_auc"))[g].Value.Number, "roc_auc");
            Near.Check(AveragePrecision(own), frame.MeasureGroups(Samples.Metric("average_precision"))[g].Value.Number,
                "average_precision");
        }

        double Auc(int[] of)
        {
            double pairs = 0, wins = 0;
            foreach (int p in of.Where(row => labels[row] == 1))
                foreach (int n in of.Where(row => labels[row] == 0))
                {
                    double weight = weights[p] * weights[n];
                    pairs += weight;
                    wins += weight * (scores[p] > scores[n] ? 1 : scores[p] == scores[n] ? 0.5 : 0);
                }
            return wins / pairs;
        }

        double AveragePrecision(int[] of)
        {
            double all = of.Sum(row => weights[row] * labels[row]), before = 0, sum = 0;
            foreach (double threshold in of.Select(row => scores[row]).Distinct().OrderDescending())
            {
                int[] predicted = [.. of.Where(row => scores[row] >= threshold)];
                double found = predicted.Sum(row => weights[row] * labels[row]), selected = predicted.Sum(row => weights[row]);
                if (selected > 0) sum += (found - before) / all * (found / selected);
                before = found;
            }
            return sum;
        }
    }
}
