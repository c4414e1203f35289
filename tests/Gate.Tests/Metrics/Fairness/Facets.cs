using Gate.Metrics;
using Gate.Metrics.Sampling;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Fairness;

/// <summary>Rows with a group, for tests that compare with formulas written out over rows.</summary>
internal sealed record Facets(int[] Labels, int[] Predictions, string[] Groups, double[] Weights)
{
    public static Facets Random(int rows, int groups, ulong seed, bool weighted, int classes = 2)
    {
        var random = new CounterRandom(seed, 0, 0);
        int[] codes = [.. Enumerable.Range(0, rows).Select(_ => random.NextIndex(groups))];
        int[] labels = [.. codes.Select(g => random.NextDouble() < 0.6 + 0.1 * g ? random.NextIndex(classes) : classes - 1)];
        int[] predictions = [.. labels.Select(label => random.NextDouble() < 0.4 ? random.NextIndex(classes) : label)];
        double[] weights = [.. codes.Select(_ => weighted ? 0.2 + random.NextDouble() : 1)];
        return new Facets(labels, predictions, [.. codes.Select(g => $"{(char)('a' + g)}")], weights);
    }

    /// <summary>Rows from counts of TN, FP, FN and TP by group.</summary>
    public static Facets Of(params (string Group, int TrueNegatives, int FalsePositives, int FalseNegatives, int TruePositives)[] counts)
    {
        (string Group, int Label, int Prediction)[] rows =
            [.. counts.SelectMany(c => new[] { (0, 0, c.TrueNegatives), (0, 1, c.FalsePositives), (1, 0, c.FalseNegatives),
            (1, 1, c.TruePositives) }
            .SelectMany(cell => Enumerable.Repeat((c.Group, cell.Item1, cell.Item2), cell.Item3)))];
        return new Facets([.. rows.Select(r => r.Label)], [.. rows.Select(r => r.Prediction)], [.. rows.Select(r => r.Group)],
            [.. rows.Select(_ => 1.0)]);
    }

    public Grouping Grouping => Samples.By(Groups);

    public Sample Sample => Samples.Binary(Labels, Predictions, weights: Weights);

    public MetricFrame Frame(int replicates = 0) => MetricFrame.Gather(Sample, Grouping, new FrameOptions(Replicates: replicates));

    /// <summary>The weight of the rows for which the condition on group, label and prediction holds.</summary>
    public double Sum(Func<string, int, int, bool> condition) =>
        Enumerable.Range(0, Labels.Length).Where(i => condition(Groups[i], Labels[i], Predictions[i])).Sum(i => Weights[i]);

    public ComparisonResult Compare(string name, CompareMethod? method = null, ReferenceGroup? reference = null, int replicates = 0)
    {
        Comparison comparison = DisparityCatalogue.Find(name)!.Comparison;
        comparison = comparison with { Method = method ?? comparison.Method, Reference = reference ?? comparison.Reference };
        return Frame(replicates).Compare(comparison, Samples.All(Grouping));
    }
}
