using Gate.Models.Numerics;

namespace Gate.Tests.Models.Numerics;

public class VectorsTests
{
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
