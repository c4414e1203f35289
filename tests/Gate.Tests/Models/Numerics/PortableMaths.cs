using Gate.Models.Numerics;

namespace Gate.Tests.Models.Numerics;

public class PortableMaths
{
    [Fact]
    public void Exponential_and_logarithm_agree_with_the_platform_to_the_last_digits()
    {
        for (double x = -700; x < 709; x += 0.37) Near(Math.Exp(x), Portable.Exp(x));
        for (double x = 1e-300; x < 1e300; x *= 7.3) Near(Math.Log(x), Portable.Log(x));
        for (double x = 0.5; x < 2; x += 0.001) Near(Math.Log(x), Portable.Log(x));

        static void Near(double expected, double actual) => Assert.InRange(Math.Abs(actual - expected), 0, 4.5e-16 * Math.Abs(expected));
    }

    [Fact]
    public void Edges()
    {
        Assert.Equal(1, Portable.Exp(0));
        Assert.Equal(0, Portable.Exp(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, Portable.Exp(1000));
        Assert.Equal(double.NaN, Portable.Exp(double.NaN));
        Assert.Equal(0, Portable.Log(1));
        Assert.Equal(double.NegativeInfinity, Portable.Log(0));
        Assert.Equal(double.NaN, Portable.Log(-1));
        Assert.Equal(Math.Log(double.Epsilon), Portable.Log(double.Epsilon), 10);
        Assert.Equal(-3, Portable.Log2(0.125));
        Assert.Equal(Math.Log2(10), Portable.Log2(10), 15);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(37)]
    public void Inner_product_and_scaled_sum(int length)
    {
        double[] a = [.. Enumerable.Range(1, length).Select(i => (double)i)], b = [.. a.Select(x => 2 * x)];
        Assert.Equal(a.Sum(x => 2 * x * x), Vectors.Dot(a, b));
        Vectors.AddScaled(-2, a, b);
        Assert.All(b, x => Assert.Equal(0, x));
    }
}
