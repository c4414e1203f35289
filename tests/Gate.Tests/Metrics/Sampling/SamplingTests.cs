using Gate.Metrics.Sampling;

namespace Gate.Tests.Metrics.Sampling;

public sealed class SamplingTests
{
    [Fact]
    public void Streams_are_functions_of_seed_purpose_and_number()
    {
        var one = new CounterRandom(7, 1, 3);
        var same = new CounterRandom(7, 1, 3);
        ulong first = one.NextBits();
        Assert.Equal(first, same.NextBits());
        Assert.NotEqual(first, new CounterRandom(8, 1, 3).NextBits());
        Assert.NotEqual(first, new CounterRandom(7, 2, 3).NextBits());
        Assert.NotEqual(first, new CounterRandom(7, 1, 4).NextBits());
    }

    [Theory]
    [InlineData(5, 0.3)] // inversion
    [InlineData(60, 0.1)]
    [InlineData(40, 0.5)] // rejection
    [InlineData(200, 0.35)]
    [InlineData(50, 0.85)] // mirrored
    public void Binomial_follows_its_law(int trials, double probability)
    {
        const int draws = 200_000;
        var random = new CounterRandom(11, 0, (ulong)trials);
        var counts = new double[trials + 1];
        for (int i = 0; i < draws; i++) counts[Binomial.Draw(ref random, trials, probability)]++;

        double statistic = 0, restObserved = 0, restExpected = 0;
        int cells = 0;
        for (int k = 0; k <= trials; k++)
        {
            double expected = draws * MathNet.Numerics.Distributions.Binomial.PMF(probability, trials, k);
            if (expected < 10)
            {
                restObserved += counts[k];
                restExpected += expected;
                continue;
            }
            statistic += Math.Pow(counts[k] - expected, 2) / expected;
            cells++;
        }
        if (restExpected > 1) statistic += Math.Pow(restObserved - restExpected, 2) / restExpected;
        double p = 1 - MathNet.Numerics.Distributions.ChiSquared.CDF(cells, statistic);
        Assert.InRange(p, 0.001, 1);
    }

    [Fact]
    public void Binomial_of_millions_has_the_right_mean_and_spread()
    {
        const int draws = 20_000;
        const long trials = 10_000_000;
        var random = new CounterRandom(3, 0, 0);
        double sum = 0, squares = 0;
        for (int i = 0; i < draws; i++)
        {
            double deviation = Binomial.Draw(ref random, trials, 0.2) - trials * 0.2;
            sum += deviation;
            squares += deviation * deviation;
        }
        double sigma = Math.Sqrt(trials * 0.2 * 0.8);
        Assert.InRange(sum / draws / sigma, -4 / Math.Sqrt(draws), 4 / Math.Sqrt(draws));
        Assert.InRange(Math.Sqrt(squares / draws) / sigma, 0.97, 1.03);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(40)]
    public void Gamma_has_its_mean_and_variance(double shape)
    {
        const int draws = 200_000;
        var random = new CounterRandom(5, 0, 0);
        double sum = 0, squares = 0;
        for (int i = 0; i < draws; i++)
        {
            double value = GammaVariate.Draw(ref random, shape);
            sum += value;
            squares += (value - shape) * (value - shape);
        }
        Assert.InRange(sum / draws, shape - 5 * Math.Sqrt(shape / draws), shape + 5 * Math.Sqrt(shape / draws));
        Assert.InRange(squares / draws / shape, 0.95, 1.05);
    }

    [Fact]
    public void Multinomial_draws_as_many_as_there_are_and_never_what_there_is_not()
    {
        long[] counts = [5, 0, 20, 0, 1, 74];
        var drawn = new long[counts.Length];
        var mean = new double[counts.Length];
        for (int r = 0; r < 20_000; r++)
        {
            var random = new CounterRandom(1, 0, (ulong)r);
            Multinomial.Draw(ref random, counts, drawn);
            Assert.Equal(100, drawn.Sum());
            for (int k = 0; k < mean.Length; k++) mean[k] += drawn[k] / 20_000.0;
        }
        Assert.Equal(0, mean[1]);
        Assert.Equal(0, mean[3]);
        for (int k = 0; k < mean.Length; k++) Assert.InRange(mean[k], counts[k] - 0.15, counts[k] + 0.15);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1 << 20)]
    public void Two_indices_of_one_draw_are_uniform_and_independent(int bound)
    {
        const int draws = 200_000;
        var random = new CounterRandom(6, 0, (ulong)bound);
        double sum = 0, otherSum = 0, products = 0;
        for (int i = 0; i < draws; i++)
        {
            (int first, int second) = random.NextIndices(bound);
            Assert.InRange(first, 0, bound - 1);
            Assert.InRange(second, 0, bound - 1);
            double a = (first + 0.5) / bound - 0.5, b = (second + 0.5) / bound - 0.5;
            (sum, otherSum, products) = (sum + a, otherSum + b, products + a * b);
        }
        // Standard errors: √(1/12 / draws) = 0.00065 of a mean, 1/12 / √draws = 0.00019 of the mean product.
        Assert.InRange(sum / draws, -0.003, 0.003);
        Assert.InRange(otherSum / draws, -0.003, 0.003);
        Assert.InRange(products / draws, -0.001, 0.001);
    }
}
