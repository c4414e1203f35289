using Gate.Metrics.Intervals;
using Gate.Metrics.Sampling;
using MathNet.Numerics.Distributions;

namespace Gate.Tests.Metrics.Intervals;

public sealed class DeLongTests
{
    /// <summary>Placements, variances and the covariance as the definition has them, by comparing every positive row with every negative
    /// one.</summary>
    [Theory]
    [InlineData(0, false)]
    [InlineData(5, false)] // five distinct scores: ties
    [InlineData(0, true)]
    [InlineData(5, true)]
    public void Agrees_with_every_pair_compared(int levels, bool weighted)
    {
        const int rows = 120;
        var random = new CounterRandom(3, (ulong)levels, 0);
        bool[] positive = [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble() < 0.4)];
        double[] weights = [.. Enumerable.Range(0, rows).Select(_ => weighted ? random.NextDouble() + 0.2 : 1)];
        double[] one = Scores(), other = Scores();
        (double[] onePlaced, double oneArea) = Placed(one);
        (double[] otherPlaced, double otherArea) = Placed(other);
        (double[] expectedOne, double expectedArea) = ByPairs(one);
        (double[] expectedOther, _) = ByPairs(other);
        Assert.Equal(expectedArea, oneArea, 12);
        for (int i = 0; i < rows; i++) Assert.Equal(expectedOne[i], onePlaced[i], 12);
        Assert.Equal(ByDefinition(expectedOne, expectedOther), DeLong.Covariance(onePlaced, oneArea, otherPlaced, otherArea, positive,
            weights), 12);
        Assert.Equal(ByDefinition(expectedOne, expectedOne), DeLong.Covariance(onePlaced, oneArea, onePlaced, oneArea, positive, weights),
            12);

        double[] Scores() => [.. positive.Select(y =>
        {
            double score = (y ? 0.3 : 0) + 0.7 * random.NextDouble();
            return levels == 0 ? score : Math.Floor(score * levels);
        })];

        (double[], double) Placed(double[] scores)
        {
            int[] order = [.. Enumerable.Range(0, rows).OrderBy(i => scores[i])];
            var sorted = new double[rows];
            double area = DeLong.Place([.. order.Select(i => scores[i])], [.. order.Select(i => positive[i])],
                [.. order.Select(i => weights[i])], sorted);
            var placed = new double[rows];
            for (int i = 0; i < rows; i++) placed[order[i]] = sorted[i];
            return (placed, area);
        }

        (double[], double) ByPairs(double[] scores)
        {
            double[] placed = [.. Enumerable.Range(0, rows).Select(i =>
            {
                int[] opposite = [.. Enumerable.Range(0, rows).Where(j => positive[j] != positive[i])];
                double wins =
                    opposite.Sum(j => weights[j] * (scores[i] == scores[j] ? 0.5 : (scores[i] > scores[j]) == positive[i] ? 1 : 0));
                return wins / opposite.Sum(j => weights[j]);
            })];
            int[] positives = [.. Enumerable.Range(0, rows).Where(i => positive[i])];
            return (placed, positives.Sum(i => weights[i] * placed[i]) / positives.Sum(i => weights[i]));
        }

        double ByDefinition(double[] a, double[] b) => OfClass(a, b, true) + OfClass(a, b, false);

        double OfClass(double[] a, double[] b, bool which)
        {
            int[] own = [.. Enumerable.Range(0, rows).Where(i => positive[i] == which)];
            double total = own.Sum(i => weights[i]), n = total * total / own.Sum(i => weights[i] * weights[i]);
            double meanA = own.Sum(i => weights[i] * a[i]) / total, meanB = own.Sum(i => weights[i] * b[i]) / total;
            return own.Sum(i => weights[i] * weights[i] * (a[i] - meanA) * (b[i] - meanB)) / (total * total) * n / (n - 1);
        }
    }

    [Fact]
    public void Perfect_separation_is_not_certain()
    {
        var limits = new AreaLimits(1, 0, Rows(20, 30));
        (double low, double high) = limits.At(Limits.Critical(0.95))!.Value;
        Assert.Equal("hanley_mcneil_score", limits.MethodAt(1.96));
        Assert.Equal(1, high);
        Assert.InRange(low, 0.85, 0.95);
        (double mirrored, double top) = new AreaLimits(0, 0, Rows(20, 30)).At(Limits.Critical(0.95))!.Value;
        Assert.Equal((0, 1 - low), (mirrored, top), (x, y) => x.Item1 == y.Item1 && Math.Abs(x.Item2 - y.Item2) < 1e-9);
        Assert.Null(new AreaLimits(1, 0, Rows(1, 30)).At(1.96));
    }

    /// <summary>Normal scores of both classes: one area, and the difference of two on the same rows.</summary>
    [Theory]
    [InlineData(50, 0.8, 0.93, 1)]
    [InlineData(50, 0.95, 0.95, 1)]
    [InlineData(1000, 0.8, 0.94, 0.96)]
    public void Coverage_is_nominal(int rows, double area, double low, double high)
    {
        const int runs = 2500;
        double shift = Math.Sqrt(2) * Normal.InvCDF(0, 1, area), z = Limits.Critical(0.95);
        Areas[] drawn = [.. Enumerable.Range(0, runs).Select(run => Draw(rows, shift, (ulong)run))];
        Assert.InRange(Coverage.Of($"delong, {rows} rows, area {area}", runs, area, run =>
        {
            Areas own = drawn[run];
            return new AreaLimits(own.Candidate, own.CandidateVariance, own).At(z);
        }), low, high);
        Assert.InRange(Coverage.Of($"delong paired difference, {rows} rows, areas {area}", runs, 0,
            run => new AreaDifferenceLimits(drawn[run], false).At(z)), low, high);
        Assert.InRange(Coverage.Of($"delong paired relative difference, {rows} rows, areas {area}", runs, 0,
            run => new AreaDifferenceLimits(drawn[run], true).At(z)), low, high);
        Assert.InRange(drawn.Count(own => AreaDifferenceLimits.PValue(own) < 0.05) / (double)runs, 0, 0.08);
    }

    private static Areas Rows(double positives, double negatives) => new(1, 1, 0, 0, 0, positives, negatives, false);

    private static Areas Draw(int rows, double shift, ulong run)
    {
        var random = new CounterRandom(13, (ulong)rows, run);
        bool[] positive = [.. Enumerable.Range(0, rows).Select(i => 5 * i < 2 * rows)];
        double[] weights = [.. Enumerable.Repeat(1.0, rows)], one = new double[rows], other = new double[rows];
        for (int i = 0; i < rows; i++)
        {
            double common = Coverage.Normal(ref random);
            one[i] = (positive[i] ? shift : 0) + 0.8 * common + 0.6 * Coverage.Normal(ref random);
            other[i] = (positive[i] ? shift : 0) + 0.8 * common + 0.6 * Coverage.Normal(ref random);
        }
        (double[] a, double areaA) = Place(one);
        (double[] b, double areaB) = Place(other);
        double Covariance(double[] x, double areaX, double[] y, double areaY) => DeLong.Covariance(x, areaX, y, areaY, positive, weights);
        return new Areas(areaA, areaB, Covariance(a, areaA, a, areaA), Covariance(b, areaB, b, areaB), Covariance(a, areaA, b, areaB),
            positive.Count(p => p), positive.Count(p => !p), false)
        {
            Differing = a.Where((placement, i) => placement != b[i]).Count(),
            LargestDifference = a.Zip(b, (x, y) => Math.Abs(x - y)).Max(),
        };

        (double[], double) Place(double[] scores)
        {
            int[] order = [.. Enumerable.Range(0, rows)];
            Array.Sort([.. scores], order);
            double[] sorted = new double[rows], placed = new double[rows];
            double area = DeLong.Place(Array.ConvertAll(order, i => scores[i]), Array.ConvertAll(order, i => positive[i]), weights, sorted);
            for (int i = 0; i < rows; i++) placed[order[i]] = sorted[i];
            return (placed, area);
        }
    }
}
