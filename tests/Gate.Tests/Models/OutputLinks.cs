using Gate.Models;

namespace Gate.Tests.Models;

/// <summary>From sums to scores.</summary>
public sealed class OutputLinks
{
    [Theory]
    [InlineData(LinkKind.Identity, 1, -2.5, -2.5)]
    [InlineData(LinkKind.Logistic, 1, 0, 0.5)]
    [InlineData(LinkKind.Logistic, 2, 0.5, 0.7310585786300049)]
    [InlineData(LinkKind.LogisticEach, 1, -1, 0.2689414213699951)]
    [InlineData(LinkKind.Exp, 1, 2, 7.38905609893065)]
    [InlineData(LinkKind.SignedSquare, 1, -3, -9)]
    [InlineData(LinkKind.LogOnePlusExp, 1, 0, 0.6931471805599453)]
    [InlineData(LinkKind.LogOnePlusExp, 1, -40, 4.248354255291589e-18)]
    [InlineData(LinkKind.LogOnePlusExp, 1, -20, 2.0611536203143e-9)]
    [InlineData(LinkKind.LogOnePlusExp, 1, 50, 50)]
    public void One_sum(LinkKind kind, double scale, double sum, double score)
    {
        double[] row = [sum];
        new OutputLink(kind, scale).Apply(row);
        Assert.Equal(score, row[0], Math.Abs(score) * 1e-13);
    }

    [Fact]
    public void Shares_add_up_to_1_and_are_equal_where_there_is_nothing_to_share()
    {
        double[] logistic = [0, 0, 40], shares = [0.1, 0.3, 0.4], nothing = [0, 0, 0, 0];
        new OutputLink(LinkKind.LogisticShares).Apply(logistic);
        new OutputLink(LinkKind.Shares).Apply(shares);
        new OutputLink(LinkKind.Shares).Apply(nothing);
        Assert.Equal([0.25, 0.25, 0.5], logistic.Select(score => Math.Round(score, 12)));
        Assert.Equal([0.125, 0.375, 0.5], shares.Select(score => Math.Round(score, 12)));
        Assert.Equal([0.25, 0.25, 0.25, 0.25], nothing);
    }

    [Fact]
    public void Softmax_of_large_sums_does_not_overflow()
    {
        double[] row = [1000, 1001, -1000];
        new OutputLink(LinkKind.Softmax).Apply(row);
        Assert.Equal(0.2689414213699951, row[0], 1e-13);
        Assert.Equal(0.7310585786300049, row[1], 1e-13);
        Assert.Equal(0, row[2]);
    }
}
