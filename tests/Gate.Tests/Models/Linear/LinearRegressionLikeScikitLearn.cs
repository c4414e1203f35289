using System.Text.Json;
using Gate.Data;
using Gate.Models;
using Gate.Models.Linear;
using Gate.Tests.Reference;

namespace Gate.Tests.Models.Linear;

/// <summary>Numbers of scikit-learn 1.2.1's <c>LinearRegression</c> and <c>Ridge</c> on the diabetes data.</summary>
public class LinearRegressionLikeScikitLearn
{
    private static LinearModel Fit(TrainingData data, params (string, object?)[] parameters) =>
        (LinearModel)TestData.Learner("linear_regression", parameters).Fit(data);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Least_squares_on_diabetes(bool standardize)
    {
        LinearModel model = Fit(TestData.Labelled("diabetes_raw.csv"), ("standardize", standardize));
        using JsonDocument golden = JsonDocument.Parse(File.ReadAllText(ReferenceFiles.Path("golden/fairlearn_regression_diabetes.json")));
        Near([.. golden.RootElement.GetProperty("coef").EnumerateArray().Select(value => value.GetDouble())], model.Coefficients.Raw);
        Near([golden.RootElement.GetProperty("intercept").GetDouble()], model.Coefficients.Intercepts);
    }

    [Fact]
    public void Ridge_on_standardised_numbers()
    {
        LinearModel model = Fit(TestData.Labelled("diabetes_raw.csv"), ("alpha", 10.0));
        Near([-0.2579490012114599, -10.936356673897718, 24.600094464817243, 15.094382577753903, -11.295618269483874, 1.8087677641157223,
            -6.561805154981083,
              5.6004002987807295, 25.332096092046662, 3.5229121177934757], model.Coefficients.Standardised);
        Near([152.1334841628959], model.Coefficients.StandardisedIntercepts);
    }

    [Fact]
    public void Weighted_ridge_on_raw_numbers()
    {
        TrainingData data = TestData.Labelled("diabetes_raw.csv");
        double[] weights = [.. Enumerable.Range(0, 442).Select(i => 1.0 + i % 3)];
        LinearModel model = Fit(data with { Weights = weights }, ("alpha", 3.0), ("standardize", false));
        Near([-0.07460351846442907, -19.216942594393586, 5.572865450073143, 1.0247407033551588, -0.9999737816222036, 0.6761144540835691,
            0.2895475985910103,
              7.159621277383985, 63.03223588762449, 0.3147476057304688], model.Coefficients.Raw);
        Near([-313.2411649084673], model.Coefficients.Intercepts);
    }

    [Fact]
    public void Without_intercept()
    {
        LinearModel model = Fit(TestData.Labelled("diabetes_raw.csv"), ("fit_intercept", false), ("standardize", false));
        Near([0.022296429852838716, -26.072788584495576, 5.353725917566832, 1.017797049672156, 1.2635859063792623, -1.284936211353502,
            -3.06827816611893,
              -5.508041676893439, 5.503381462857512, 0.12338517956509953], model.Coefficients.Raw);
    }

    /// <summary>One-hot columns add up to the intercept's: scikit-learn's own coefficients are of the order of 1e14 here, ours the
    /// shortest.</summary>
    [Fact]
    public void All_levels_one_hot_give_the_shortest_least_squares_solution()
    {
        Table table = TestCsv.Read(ReferenceFiles.Path("data/cps1985_wages.csv"));
        var wage = (NumericColumn)table["wage"];
        TrainingData data = TestData.Regression(wage.Values, [.. table.Columns.Where(column => column.Name != "wage")]);
        LinearModel model = Fit(data);
        Assert.Contains(model.Facts, fact => fact is { Key: "rank", Value: "16" }); // 3 numbers, 20 levels less one for each of 7 columns
        double[] predicted = model.Score(data.Features);
        double[] residual = [.. predicted.Select((value, i) => wage.Values[i] - value)];
        Assert.InRange(Math.Abs(residual.Sum()), 0, 1e-9);
        foreach (Column column in data.Features.Columns)
        {
            if (column is NumericColumn numbers) Assert.InRange(Math.Abs(numbers.Values.Zip(residual, (x, r) => x * r).Sum()), 0, 1e-7);
            else
            {
                foreach (var level in ((CategoryColumn)column).Codes.Zip(residual).GroupBy(pair => pair.First))
                    Assert.InRange(Math.Abs(level.Sum(pair => pair.Second)), 0, 1e-9);
            }
        }
        // The shortest solution has no part along the directions that change no prediction: the levels of each column add up to 0.
        foreach (EncodedFeature feature in model.Encoding.Encoded.Where(feature => feature.Width > 1))
            Assert.InRange(Math.Abs(model.Coefficients.Standardised.AsSpan(feature.Offset, feature.Width).ToArray().Sum()), 0, 1e-9);
    }

    private static void Near(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.InRange(Math.Abs(actual[i] - expected[i]), 0, 1e-8 * Math.Abs(expected[i]));
    }
}
