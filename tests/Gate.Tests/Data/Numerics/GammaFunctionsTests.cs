using Gate.Data.Numerics;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Gate.Tests.Data.Numerics;

public sealed class GammaFunctionsTests
{
    [Fact]
    public void The_logarithm_of_factorials()
    {
        double sum = 0;
        for (int n = 1; n < 3000; n++)
        {
            Near(sum, GammaFunctions.LogGamma(n), 1e-13, 1e-14);
            sum += Math.Log(n);
        }
        Near(Math.Log(Math.PI) / 2, GammaFunctions.LogGamma(0.5), 1e-14, 0);
    }

    [Fact]
    public void The_incomplete_gamma_function_agrees_with_another_implementation()
    {
        foreach (double a in new[] { 0.5, 1, 2.5, 7, 40, 300 })
            foreach (double x in new[] { 0.01, 0.4, 1, 3, 9, 38, 45, 290, 350 })
                Near(SpecialFunctions.GammaUpperRegularized(a, x), GammaFunctions.UpperRegularized(a, x), 1e-10, 1e-14);
        Assert.Equal(1, GammaFunctions.UpperRegularized(3, 0));
    }

    [Fact]
    public void The_incomplete_beta_function_agrees_with_another_implementation()
    {
        foreach (double a in new[] { 0.5, 1, 3, 20, 500, 40_000 })
            foreach (double b in new[] { 0.7, 1, 5, 33, 700, 50_000 })
                foreach (double x in new[] { 0.001, 0.1, 0.42, 0.5, 0.9, 0.999 })
                    Near(SpecialFunctions.BetaRegularized(a, b, x), GammaFunctions.BetaRegularized(a, b, x), 1e-8, 1e-14);
        Assert.Equal(0, GammaFunctions.BetaRegularized(2, 3, 0));
        Assert.Equal(1, GammaFunctions.BetaRegularized(2, 3, 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(1000)]
    public void Binomial_tails_are_incomplete_beta_functions(int trials)
    {
        for (int hits = 0; hits < trials; hits += 1 + trials / 20)
            Near(Binomial.CDF(0.5, trials, hits), GammaFunctions.BetaRegularized(trials - hits, hits + 1, 0.5), 1e-10, 1e-15);
    }

    private static void Near(double expected, double actual, double relative, double absolute) =>
        Assert.InRange(Math.Abs(actual - expected), 0, relative * Math.Abs(expected) + absolute);
}
