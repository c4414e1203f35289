using Gate.Data.Numerics;
using MathNet.Numerics.Distributions;

namespace Gate.Tests.Data.Numerics;

/// <summary>References were computed with 80 digits: the tail by its power series, the quantile by Newton's method on it.</summary>
public sealed class NormalLawTests
{
    [Theory]
    [InlineData(-8.1, 0.9999999999999998)]
    [InlineData(-3.3, 0.9995165758576162)]
    [InlineData(-1.0, 0.8413447460685429)]
    [InlineData(-0.4, 0.6554217416103242)]
    [InlineData(0.0, 0.5)]
    [InlineData(0.1, 0.460172162722971)]
    [InlineData(0.66291, 0.25369409838973994)]
    [InlineData(0.67, 0.2514288950953101)]
    [InlineData(1.5, 0.06680720126885807)]
    [InlineData(2.5758293035489004, 0.005000000000000005)]
    [InlineData(4.2, 1.3345749015906327e-05)]
    [InlineData(5.6, 1.071759025831093e-08)]
    [InlineData(5.7, 5.990371401063528e-09)]
    [InlineData(7.9, 1.3945171466592643e-15)]
    public void Tails(double x, double expected) => Near(expected, NormalLaw.Tail(x), 2e-15);

    [Theory]
    [InlineData(1e-15, 7.941345326170997)]
    [InlineData(1e-09, 5.9978070150076865)]
    [InlineData(1.2e-06, 4.7164460233337175)]
    [InlineData(0.0005, 3.290526731491895)]
    [InlineData(0.024999, 1.9599810949100365)]
    [InlineData(0.025, 1.9599639845400543)]
    [InlineData(0.0749, 1.4402382675279637)]
    [InlineData(0.0751, 1.43882539275254)]
    [InlineData(0.2, 0.8416212335729142)]
    [InlineData(0.4, 0.2533471031357997)]
    [InlineData(0.5, 0.0)]
    [InlineData(0.73, -0.6128129910166271)]
    [InlineData(0.975, -1.9599639845400538)]
    [InlineData(0.99999, -4.264890793923841)]
    public void Quantiles(double tail, double expected) => Near(expected, NormalLaw.OfTail(tail), 1e-15);

    [Fact]
    public void Agrees_with_another_implementation_everywhere_and_both_undo_each_other()
    {
        for (double x = -37; x < 37; x += 0.0137)
        {
            // The other one rounds x/√2 before it is squared, which far out costs digits.
            Near(Normal.CDF(0, 1, -x), NormalLaw.Tail(x), 1e-15 * (10 + x * x));
            if (x is > -5 and < 30) Assert.Equal(x, NormalLaw.OfTail(NormalLaw.Tail(x)), 8);
        }
    }

    [Fact]
    public void Edges()
    {
        Assert.Equal(double.PositiveInfinity, NormalLaw.OfTail(0));
        Assert.Equal(double.NegativeInfinity, NormalLaw.OfTail(1));
        Assert.Equal(double.NaN, NormalLaw.OfTail(-0.1));
        Assert.Equal(double.NaN, NormalLaw.OfTail(1.1));
        Assert.Equal(double.NaN, NormalLaw.OfTail(double.NaN));
        Assert.Equal(0, NormalLaw.Tail(double.PositiveInfinity));
        Assert.Equal(1, NormalLaw.Tail(double.NegativeInfinity));
        Assert.Equal(double.NaN, NormalLaw.Tail(double.NaN));
    }

    private static void Near(double expected, double actual, double relative) =>
        Assert.InRange(Math.Abs(actual - expected), 0, relative * Math.Abs(expected) + 1e-300);
}
