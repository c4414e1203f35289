using Gate.Metrics;
using Gate.Metrics.Sampling;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Properties;

/// <summary>Random samples for tests of properties: informative scores with ties, fractional weights, mostly right predictions.</summary>
internal static class RandomSamples
{
    public static Sample Binary(int rows, bool weighted, ulong seed)
    {
        (int[] labels, int[] predictions, double[] scores, double[]? weights) = Classes(rows, 2, weighted, seed);
        return Samples.Binary(labels, predictions, scores, weights);
    }

    public static Sample Multiclass(int rows, int classes, bool weighted, ulong seed)
    {
        (int[] labels, int[] predictions, double[] scores, double[]? weights) = Classes(rows, classes, weighted, seed);
        return Samples.Multiclass([.. Enumerable.Range(0, classes).Select(k => $"{(char)('a' + k)}")], labels, predictions, scores,
            weights);
    }

    public static Sample Regression(int rows, bool weighted, ulong seed)
    {
        var random = new CounterRandom(seed, 0, 0);
        double[] targets = [.. Enumerable.Range(0, rows).Select(_ => 5 + 10 * random.NextDouble())];
        double[] estimates = Array.ConvertAll(targets, target => target + random.NextDouble() - 0.4);
        double[] lower = Array.ConvertAll(estimates, estimate => estimate - 0.4 * random.NextDouble()),
            upper = Array.ConvertAll(estimates, estimate => estimate + 0.6 * random.NextDouble());
        return Samples.Regression(targets, estimates, weighted ? Weights(ref random, rows) : null).WithEnds(lower, upper);
    }

    public static Grouping Grouping(int rows, int groups, ulong seed)
    {
        var random = new CounterRandom(seed, 1, 0);
        return Samples.By([.. Enumerable.Range(0, rows).Select(_ => $"{random.NextIndex(groups)}")]);
    }

    private static (int[] Labels, int[] Predictions, double[] Scores, double[]? Weights) Classes(int rows, int classes, bool weighted,
        ulong seed)
    {
        var random = new CounterRandom(seed, 0, 0);
        double[]? weights = weighted ? Weights(ref random, rows) : null;
        int[] labels = [.. Enumerable.Range(0, rows).Select(_ => random.NextIndex(classes))];
        int[] predictions = Array.ConvertAll(labels, label => random.NextDouble() < 0.3 ? random.NextIndex(classes) : label);
        // Above 0 and below 1, higher for the label, with ties.
        double Score(bool own) => Math.Round(0.02 + 0.67 * random.NextDouble() + (own ? 0.29 : 0), 2);
        double[] scores = classes == 2
            ? Array.ConvertAll(labels, label => Score(label == 1))
            : [.. labels.SelectMany(label => Enumerable.Range(0, classes).Select(k => Score(k == label)))];
        return (labels, predictions, scores, weights);
    }

    private static double[] Weights(ref CounterRandom random, int rows)
    {
        var weights = new double[rows];
        for (int i = 0; i < rows; i++) weights[i] = 0.1 + random.NextDouble();
        return weights;
    }
}
