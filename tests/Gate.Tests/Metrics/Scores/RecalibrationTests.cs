using Gate.Data.Randomness;
using Gate.Metrics;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Scores;

/// <summary>Calibration slope and intercept: the largest likelihood, also where Newton's first steps go far beyond it.</summary>
public sealed class RecalibrationTests
{
    /// <summary>One row has nearly all of the weight. From the second step on it has all of the curvature that a difference of two sums of
    /// squares can see; the step was endless then, and so was halving it.</summary>
    [Fact]
    public void A_row_of_much_weight()
    {
        double[] logits = [3.6071773234633673, 2.087416993160897, 8.216623927418148, -16.360905501202776, -10.360239068983619,
            -13.574740041621109, -7.9299889574025215, 8.782553177113204, 8.478530788109737, -13.402855033256397, 2.030888663251915,
            -2.9975668886148994, 4.853754455450388];
        int[] labels = [0, 1, 1, 0, 0, 0, 0, 1, 1, 0, 1, 0, 1];
        double[] weights = [45, 1, 1, 1, 1, 1, 2, 1, 1, 2, 1, 0, 3];
        MetricValue slope = Slope(logits, labels, weights);
        Assert.Equal(1.17908445280684, slope.Number, 1e-9);
        AssertLargest(slope.Number, logits, labels, weights);
    }

    /// <summary>A slope ends in its value or in a reason, and at the value the likelihood has no slope left.</summary>
    [Fact]
    public void Whatever_the_scores_and_weights()
    {
        var random = new SplitMix64(5);
        int found = 0;
        for (int round = 0; round < 2000; round++)
        {
            int rows = 4 + random.NextInt(16);
            double reach = Math.Pow(10, 3 * random.NextDouble() - 0.5), heavy = 8 * random.NextDouble();
            double[] logits = [.. Enumerable.Range(0, rows).Select(_ => Math.Max(-700, Math.Min(30, reach * (random.NextDouble() - 0.5))))];
            double[] weights = [.. Enumerable.Range(0, rows).Select(_ => Math.Exp(heavy * random.NextDouble()))];
            int[] labels = [.. logits.Select(logit => random.NextInt(4) == 0 ? random.NextInt(2) : logit > 0 ? 1 : 0)];
            MetricValue slope = Slope(logits, labels, weights);
            if (slope.Undefined is { } reason)
            {
                Assert.Contains(reason, (string[])["some score separates the classes", "only one class among the labels",
                    "the regression does not converge"]);
                continue;
            }
            found++;
            AssertLargest(slope.Number, logits, labels, weights);
        }
        Assert.InRange(found, 1000, 2000);
    }

    private static MetricValue Slope(double[] logits, int[] labels, double[] weights)
    {
        double[] scores = Array.ConvertAll(logits, logit => 1 / (1 + Math.Exp(-logit)));
        // What a score says of its logit again, so that both sides read the same number.
        for (int i = 0; i < scores.Length; i++) logits[i] = Math.Log(scores[i] / (1 - scores[i]));
        return MetricFrame.Gather(Samples.Binary(labels, null, scores, weights), Samples.Everyone(labels.Length),
            new FrameOptions(Replicates: 0)).Measure(Samples.Metric("calibration_slope")).Value;
    }

    /// <summary>With the slope given, the intercept is found by halving; then the likelihood has no slope along the slope either.</summary>
    private static void AssertLargest(double slope, double[] logits, int[] labels, double[] weights)
    {
        double Sum(double intercept, Func<double, double> factor) => logits.Select((x, i) =>
            weights[i] * (labels[i] - 1 / (1 + Math.Exp(-intercept - slope * x))) * factor(x)).Sum();
        double low = -1e5, high = 1e5;
        for (int i = 0; i < 200; i++)
        {
            double middle = (low + high) / 2;
            if (Sum(middle, _ => 1) > 0) low = middle;
            else high = middle;
        }
        double scale = logits.Select((x, i) => weights[i] * Math.Abs(x)).Sum();
        Assert.Equal(0, Sum(low, x => x) / scale, 1e-7);
    }
}
