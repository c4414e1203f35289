using Gate.Models;
using Gate.Models.Linear;

namespace Gate.Tests.Models.Linear;

public class LinearRegressionBehaviour
{
    private static LinearModel Fit(TrainingData data, params (string, object?)[] parameters) =>
        (LinearModel)TestData.Learner("linear_regression", parameters).Fit(data);

    [Fact]
    public void A_line_is_found_exactly()
    {
        LinearModel model = Fit(TestData.Regression([1, 3, 5, 7], TestData.Numbers("x", 0, 1, 2, 3)));
        Assert.Equal(2, model.Coefficients.Raw[0], 12);
        Assert.Equal(1, model.Coefficients.Intercepts[0], 12);
    }

    [Fact]
    public void Fewer_rows_than_columns_are_fitted_exactly_with_the_shortest_coefficients()
    {
        TrainingData data = TestData.Regression([1, 2], TestData.Numbers("a", 0, 1), TestData.Numbers("b", 0, 1),
            TestData.Numbers("c", 0, 1));
        LinearModel model = Fit(data);
        Assert.All(model.Coefficients.Raw, value => Assert.Equal(1.0 / 3, value, 12));
        Assert.Equal(2, model.Score(data.Features)[1], 12);
    }

    [Fact]
    public void A_weight_of_two_is_the_row_twice()
    {
        double[] targets = [1, 4, 2, 8, 5], x = [0, 1, 2, 3, 5];
        int[] rows = [0, 1, 1, 2, 4, 4, 4];
        TrainingData data = TestData.Regression(targets, TestData.Numbers("x", x));
        LinearModel weighted = Fit(data with { Weights = [1, 2, 1, 0, 3] }, ("alpha", 0.5));
        LinearModel repeated =
            Fit(TestData.Regression([.. rows.Select(row => targets[row])], TestData.Numbers("x", [.. rows.Select(row => x[row])])),
            ("alpha", 0.5));
        Assert.Equal(repeated.Coefficients.Raw[0], weighted.Coefficients.Raw[0], 12);
        Assert.Equal(repeated.Coefficients.Intercepts[0], weighted.Coefficients.Intercepts[0], 12);
    }

    [Fact]
    public void Many_blocks_of_rows_give_what_one_gives()
    {
        double[] x = [.. Enumerable.Range(0, 10_000).Select(i => i * 7919 % 1000 / 10.0)];
        double[] y = [.. x.Select((value, i) => 3 * value - 20 + i % 2)];
        LinearModel model =
            Fit(TestData.Regression(y, TestData.Numbers("x", x),
            TestData.Numbers("odd", [.. Enumerable.Range(0, 10_000).Select(i => (double)(i % 2))])));
        Assert.Equal(3, model.Coefficients.Raw[0], 10);
        Assert.Equal(1, model.Coefficients.Raw[1], 10);
        Assert.Equal(-20, model.Coefficients.Intercepts[0], 9);
    }

    [Fact]
    public void A_number_constant_where_it_is_not_missing_is_dropped()
    {
        LinearModel model = Fit(TestData.Regression([1, 2, 3], TestData.Numbers("x", 1, 2, 3), TestData.Numbers("k", 5, double.NaN, 5)));
        Assert.Equal(["x"], model.UsedFeatures);
        Assert.Contains(model.Facts, fact => fact is { Key: "dropped features", Value: "k (constant where it is not missing)" });
    }
}
