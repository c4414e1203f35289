using Gate.Models;
using Gate.Models.Linear;

namespace Gate.Tests.Models.Linear;

/// <summary>Numbers of scikit-learn 1.2.1 (Debian) on the diabetes data: <c>ElasticNet</c> with tol 1e-14, <c>PoissonRegressor</c> with tol
/// 1e-12, whose L-BFGS ends about 1e-7 away from the minimum; differences are held against the largest coefficient.</summary>
public sealed class PenalisedLikeScikitLearn
{
    private static LinearModel Fit(string learner, TrainingData data, params (string, object?)[] parameters) =>
        (LinearModel)TestData.Learner(learner, parameters).Fit(data);

    private static TrainingData Diabetes(bool weighted = false)
    {
        TrainingData data = TestData.Labelled("diabetes_raw.csv");
        return weighted ? data with { Weights = [.. Enumerable.Range(0, 442).Select(i => 1.0 + (i % 3))] } : data;
    }

    [Fact]
    public void Elastic_net_on_standardised_numbers()
    {
        LinearModel model = Fit("elastic_net", Diabetes(), ("alpha", 0.5), ("l1_ratio", 0.7));
        Near([0.0, -8.687486773948356, 22.399719075041588, 13.676771801405199, -2.296378255823066, -3.348145350774954, -9.241539726470005,
            4.792385362502433, 19.826949790174623, 4.212682702474137], model.Coefficients.Standardised, 1e-7);
        Near([152.13348416289602], model.Coefficients.StandardisedIntercepts, 1e-9);
        Assert.DoesNotContain("AGE", model.UsedFeatures);
        Assert.Contains(new("coefficients that are not 0", "9 of 10"), model.Facts);
        Assert.Contains(new("converged", "yes"), model.Facts);
    }

    [Fact]
    public void A_weighted_lasso()
    {
        LinearModel model = Fit("elastic_net", Diabetes(weighted: true), ("alpha", 2.0), ("l1_ratio", 1.0));
        Near([0, -5.840706469465029, 24.522786270463563, 12.12209060971457, -1.7766350641652735, 0, -10.656528392197579, 0,
            21.937003300761546, 1.6350455050324424], model.Coefficients.Standardised, 1e-7);
        Near([152.13476783691954], model.Coefficients.StandardisedIntercepts, 1e-9);
    }

    [Fact]
    public void Elastic_net_on_raw_numbers()
    {
        LinearModel model = Fit("elastic_net", Diabetes(), ("standardize", false));
        Near([-0.03883653089247009, -5.750910465697073, 6.08100194841316, 1.0527670863442105, 1.185908814040373, -1.3048483595305176,
            -2.0858128623370273, 0.2419163617015717, 2.823003715282909, 0.34939804663080815], model.Coefficients.Raw, 1e-6);
        Near([-113.36717102209897], model.Coefficients.Intercepts, 1e-6);
    }

    [Fact]
    public void Elastic_net_without_intercept()
    {
        LinearModel model = Fit("elastic_net", Diabetes(), ("standardize", false), ("fit_intercept", false), ("alpha", 0.1),
            ("l1_ratio", 0.2));
        Near([-0.00037254809769845783, -18.597776577234054, 5.483686424371813, 0.972420015144101, 1.3933898182631508, -1.4371270626548567,
            -3.0350292128396728, -4.392115142880615, 1.2584381005336227, 0.09624223866921998], model.Coefficients.Raw, 1e-5);
        Assert.Equal([0.0], model.Coefficients.Intercepts);
    }

    [Fact]
    public void Poisson_on_standardised_numbers()
    {
        TrainingData data = Diabetes();
        LinearModel model = Fit("poisson_regression", data);
        Near([0.0017998833899548678, -0.0735366688024665, 0.1446158520303531, 0.09830904429098575, -0.24527044018757507, 0.1964107336524423,
            -0.01841432296943791, -0.009245409978335508, 0.2513394316749156, 0.017767625253643372], model.Coefficients.Standardised, 1e-4);
        Near([4.959257762390515], model.Coefficients.StandardisedIntercepts, 1e-6);
        double[] scores = model.Score(data.Features);
        Near([203.4242538612184, 78.65558617009516, 167.32870130398297, 160.4355702853651], scores[..4], 1e-5);
        double[] margins = model.Margins(data.Features);
        for (int row = 0; row < scores.Length; row++) Assert.Equal(Math.Log(scores[row]), margins[row], 1e-10);
    }

    [Fact]
    public void Poisson_with_weights()
    {
        LinearModel model = Fit("poisson_regression", Diabetes(weighted: true), ("alpha", 0.1));
        Near([0.00019743558293123682, -0.06563284913410827, 0.14109635245772667, 0.09160291925019055, -0.40293265486313523,
            0.32296452754378024, 0.05188268251886362, 0.010567425044054224, 0.3204002436581442, 0.01598928210032327],
            model.Coefficients.Standardised, 1e-4);
        Near([4.959093006414199], model.Coefficients.StandardisedIntercepts, 1e-6);
    }

    [Fact]
    public void Poisson_without_intercept_of_small_counts()
    {
        TrainingData data = Diabetes();
        LinearModel model = Fit("poisson_regression", data with { Targets = Array.ConvertAll(data.Targets!, y => Math.Round(y / 100)) },
            ("alpha", 0.5), ("fit_intercept", false));
        Near([0.012298699834824003, -0.06197422153128575, 0.14975327033636526, 0.10466421600554637, -0.018139159774675995,
            -0.007934263515345456, -0.08473300773702598, 0.03251586217308196, 0.14599363311636965, 0.04285283961216541],
            model.Coefficients.Standardised, 1e-5);
    }

    private static void Near(double[] expected, double[] actual, double relative)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.InRange(Math.Abs(actual[i] - expected[i]), 0, relative * expected.Max(Math.Abs));
    }
}
