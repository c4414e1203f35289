using Gate.Data.Numerics;

namespace Gate.Tests.Data.Numerics;

public sealed class StudentLawTests
{
    /// <summary>Values of scipy.stats.t.isf(share / 2, degrees).</summary>
    [Theory]
    [InlineData(0.05, 1, 12.706204736174694)]
    [InlineData(0.05, 4, 2.776445105197793)]
    [InlineData(0.1, 9, 1.8331129326562366)]
    [InlineData(0.01, 30, 2.7499956535672573)]
    [InlineData(0.05, 1000, 1.9623390808264074)]
    [InlineData(0.9, 2, 0.14213381090374033)]
    public void Beyond_t_lies_the_share_of_both_tails(double share, double degrees, double t) =>
        Assert.Equal(t, StudentLaw.OfTails(share, degrees), 1e-9 * t);
}
