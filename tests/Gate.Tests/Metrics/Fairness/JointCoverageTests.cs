using Gate.Metrics;
using Gate.Metrics.Sampling;
using Gate.Tests.Metrics.Golden;
using Gate.Tests.Metrics.Intervals;

namespace Gate.Tests.Metrics.Fairness;

/// <summary>How often nominal 95 % intervals of joint disparities hold the truth, in samples from known populations. 200 runs and 400
/// replicates leave 1.5 points to chance.</summary>
public sealed class JointCoverageTests
{
    private const int Runs = 200;
    private static readonly double[] cells = [0.45, 0.1, 0.15, 0.3]; // TN, FP, FN, TP

    [Theory]
    [InlineData("total_variation_distance_of_predictions", 2, 300, 0)]
    [InlineData("total_variation_distance_of_predictions", 2, 300, 0.05)]
    [InlineData("total_variation_distance_of_predictions", 5, 100, 0)]
    [InlineData("kullback_leibler_divergence_of_predictions", 2, 300, 0)]
    [InlineData("jensen_shannon_divergence_of_predictions", 3, 100, 0.2)]
    [InlineData("between_group_theil_index", 2, 300, 0)]
    [InlineData("between_group_generalized_entropy", 5, 100, 0)]
    [InlineData("between_group_generalized_entropy", 5, 100, 0.2)]
    [InlineData("difference_in_conditional_rejection", 2, 300, 0.2)]
    public void Intervals_hold_the_truth(string name, int groups, int rows, double gap)
    {
        Comparison comparison = DisparityCatalogue.Find(name)!.Comparison;
        double[][] population =
            [.. Enumerable.Range(0, groups)
            .Select(g => g == groups - 1 ? (double[])[cells[0] - gap, cells[1] + gap, cells[2], cells[3]] : cells)];
        double truth = Compare(comparison, [.. population.Select(own => Array.ConvertAll(own, p => (int)Math.Round(p * 1000)))], 0,
            0).Value.Number;
        int held = 0;
        for (ulong run = 0; run < Runs; run++)
        {
            var random = new CounterRandom(run, 77, (ulong)groups);
            int[][] drawn = new int[groups][];
            for (int g = 0; g < groups; g++) drawn[g] = Draw(ref random, population[g], rows);
            Interval interval = Compare(comparison, drawn, 400, run).Interval!;
            if (interval.Low <= truth + 1e-12 && truth <= interval.High + 1e-12) held++;
        }
        double coverage = (double)held / Runs;
        Coverage.Note($"{name}, {groups} groups of {rows}, gap {gap:0.##}", coverage, null);
        Assert.True(coverage >= 0.9, $"{name} of {groups} groups of {rows}, gap {gap}: the truth {truth:0.0000} is held in {coverage:P1}");
    }

    private static int[] Draw(ref CounterRandom random, double[] shares, int rows)
    {
        var counts = new int[4];
        for (int i = 0; i < rows; i++)
        {
            double left = random.NextDouble();
            int cell = 0;
            while (cell < 3 && left >= shares[cell]) left -= shares[cell++];
            counts[cell]++;
        }
        return counts;
    }

    private static Measurement Compare(Comparison comparison, int[][] counts, int replicates, ulong seed)
    {
        Facets rows = Facets.Of([.. counts.Select((own, g) => ($"{g}", own[0], own[1], own[2], own[3]))]);
        return MetricFrame.Gather(rows.Sample, rows.Grouping, new FrameOptions(Replicates: replicates, Seed: seed))
            .Compare(comparison, Samples.All(rows.Grouping)).Worst;
    }
}
