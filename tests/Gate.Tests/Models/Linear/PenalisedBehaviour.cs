using Gate.Models;
using Gate.Models.Linear;

namespace Gate.Tests.Models.Linear;

/// <summary>What the penalised regressions do at the edges of what they take.</summary>
public sealed class PenalisedBehaviour
{
    private static readonly double[] counts = [0, 1, 0, 2, 3, 1, 5, 4];

    private static TrainingData Data(double[] targets) => TestData.Regression(targets, TestData.Numbers("a", 1, 2, 3, 4, 5, 6, 7, 8),
        TestData.Texts("t", "x", "y", "x", "y", "x", "y", "x", "y"));

    [Theory]
    [InlineData(-1, "poisson_regression: the label is below 0 in training row 3; a count is 0 or more")]
    [InlineData(0, "poisson_regression: the label is 0 in every training row; there is nothing to expect")]
    public void Counts_are_not_negative_and_not_all_0(double third, string message)
    {
        double[] targets = third < 0 ? [1, 2, third, 1, 1, 1, 1, 1] : new double[8];
        Assert.Equal(message, Assert.Throws<ModelException>(() => TestData.Learner("poisson_regression").Fit(Data(targets))).Message);
    }

    /// <summary>A first step from 0 would be the exponential of a million.</summary>
    [Fact]
    public void Large_counts_converge()
    {
        var model = (LinearModel)TestData.Learner("poisson_regression", ("alpha", 0.0)).Fit(Data(Array.ConvertAll(counts,
            count => count * 1e6)));
        Assert.Contains(new("converged", "yes"), model.Facts);
        Assert.Equal(counts.Average() * 1e6, model.Score(Data(counts).Features).Average(), 1e-3);
    }

    /// <summary>At the minimum the gradient of the smooth part is balanced by the penalty: below it where a coefficient is 0, at it
    /// elsewhere; numbers far from 0 lose nothing of that.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1e7)]
    public void Elastic_net_ends_where_its_penalty_balances(double offset)
    {
        double[] a = [.. Enumerable.Range(0, 50).Select(i => (i * 7 % 13) + offset)];
        double[] b = [.. Enumerable.Range(0, 50).Select(i => i * 11 % 17 / 3.0)];
        double[] y = [.. a.Select((x, i) => (2 * (x - offset)) + (0.01 * b[i]) + (i % 3))];
        TrainingData data = TestData.Regression(y, TestData.Numbers("a", a), TestData.Numbers("b", b));
        var model = (LinearModel)TestData.Learner("elastic_net", ("alpha", 0.5), ("l1_ratio", 0.9), ("standardize", false)).Fit(data);
        Assert.Equal(["a"], model.UsedFeatures);
        double[] residuals = [.. model.Score(data.Features).Zip(y, (said, true_) => true_ - said)];
        Assert.Equal(0, residuals.Average(), 1e-6);
        double meanA = a.Average(), meanB = b.Average();
        Assert.Equal((0.5 * 0.9) + (0.5 * 0.1 * model.Coefficients.Raw[0]),
            residuals.Select((r, i) => r * (a[i] - meanA)).Average(), 1e-6);
        Assert.InRange(Math.Abs(residuals.Select((r, i) => r * (b[i] - meanB)).Average()), 0, 0.5 * 0.9);
    }

    [Fact]
    public void What_did_not_converge_says_so() => Assert.Contains(new("converged", "no; raise max_iter, or alpha"),
        TestData.Learner("elastic_net", ("alpha", 0.001), ("max_iter", 1)).Fit(Data(counts)).Facts);
}
