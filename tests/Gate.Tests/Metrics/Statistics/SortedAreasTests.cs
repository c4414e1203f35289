using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;
using Gate.Metrics.Sampling;

namespace Gate.Tests.Metrics.Statistics;

public sealed class SortedAreasTests
{
    /// <summary>Area and variance by their definition: all pairs, and the spread of the placements.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(6)] // six distinct scores: many ties
    public void Area_and_variance_are_those_of_all_pairs(int levels)
    {
        const int rows = 400;
        var random = new CounterRandom(3, 0, (ulong)levels);
        var scores = new double[rows];
        var labels = new int[rows];
        for (int i = 0; i < rows; i++)
        {
            labels[i] = random.NextDouble() < 0.3 ? 1 : 0;
            double score = random.NextDouble() + 0.4 * labels[i];
            scores[i] = levels == 0 ? score : Math.Floor(score * levels);
        }
        SortedArea found = SortedAreas.Of(RowSort.Sort(scores, true, labels, 1, null, null, 1, CancellationToken.None), 1,
            CancellationToken.None)[0];

        double[] positives = [.. scores.Where((_, i) => labels[i] == 1)], negatives = [.. scores.Where((_, i) => labels[i] == 0)];
        static double Win(double positive, double negative) => positive > negative ? 1 : positive == negative ? 0.5 : 0;
        double[] ofPositives = [.. positives.Select(p => negatives.Average(n => Win(p, n)))],
            ofNegatives = [.. negatives.Select(n => positives.Average(p => Win(p, n)))];
        static double Variance(double[] values) => values.Sum(v => Math.Pow(v - values.Average(), 2)) / (values.Length - 1) / values.Length;
        Assert.Equal(ofPositives.Average(), found.Area, 12);
        Assert.Equal(Variance(ofPositives) + Variance(ofNegatives), found.Variance, 12);
        Assert.Equal(positives.Length, found.Positives, 9);
        Assert.Equal(negatives.Length, found.Negatives, 9);
    }

    [Fact]
    public void Weights_all_multiplied_change_nothing()
    {
        var random = new CounterRandom(4, 0, 0);
        double[] scores = new double[300], weights = new double[300];
        var labels = new int[300];
        for (int i = 0; i < scores.Length; i++)
            (scores[i], weights[i], labels[i]) = (random.NextDouble(), random.NextDouble(), random.NextIndex(2));
        SortedArea Of(double factor) =>
            SortedAreas.Of(RowSort.Sort(scores, true, labels, 1, Array.ConvertAll(weights, w => w * factor), null, 1,
                CancellationToken.None), 1, CancellationToken.None)[0];
        SortedArea once = Of(1), eight = Of(8);
        Assert.Equal(once.Area, eight.Area, 12);
        Assert.Equal(once.Variance, eight.Variance, 12);
        Assert.Equal(once.Positives, eight.Positives, 6);
        Assert.InRange(once.Positives, 1, labels.Sum()); // unequal weights count for less
    }

    [Fact]
    public void One_class_has_no_area()
    {
        SortedArea area = SortedAreas.Of(RowSort.Sort([0.1, 0.2], true, [1, 1], 1, null, null, 1, CancellationToken.None), 1,
            CancellationToken.None)[0];
        Assert.True(double.IsNaN(area.Area));
    }
}
