using Gate.Metrics;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Frames;

/// <summary>What cannot be computed is undefined, with a reason that names the cause.</summary>
public sealed class UndefinedMetricTests
{
    [Theory]
    [InlineData("precision_at_k", "fewer than k rows")]
    [InlineData("recall_at_k", "fewer than k rows")]
    [InlineData("positive_likelihood_ratio", "no positive or no negative rows, or no negative row is predicted positive")]
    [InlineData("calibration_slope", "some score separates the classes")]
    [InlineData("markedness", null)]
    [InlineData("calibration_intercept", null)]
    public void Perfectly_separated_rows(string metric, string? reason) =>
        Assert.Equal(reason, Of(metric, Samples.Binary([0, 0, 1, 1], [0, 0, 1, 1], [.1, .2, .7, .8])));

    [Theory]
    [InlineData("calibration_slope", "a score is not a probability above 0 and below 1")]
    [InlineData("calibration_intercept", "a score is not a probability above 0 and below 1")]
    [InlineData("expected_calibration_error", null)]
    [InlineData("recall_at_precision", "no threshold reaches the precision")]
    [InlineData("precision_at_recall", null)]
    public void Certain_scores_that_are_wrong(string metric, string? reason) =>
        Assert.Equal(reason, Of(metric, Samples.Binary([1, 0, 1, 0], [0, 1, 0, 0], [0, 1, .5, .6])));

    [Theory]
    [InlineData("roc_auc_ovo", "it does not exist for binary classification")]
    [InlineData("expected_calibration_error", "the model gives no scores")]
    [InlineData("npv", null)]
    public void A_model_without_scores(string metric, string? reason) => Assert.Equal(reason, Of(metric, Samples.Binary([0, 1], [0, 1])));

    [Theory]
    [InlineData("expected_calibration_error", "the scores are not probabilities from 0 to 1")]
    [InlineData("maximum_calibration_error", "the scores are not probabilities from 0 to 1")]
    [InlineData("hinge_loss", null)]
    [InlineData("ks_statistic", null)]
    public void Decision_values_are_no_probabilities(string metric, string? reason) =>
        Assert.Equal(reason, Of(metric, Samples.Binary([0, 1, 1], [0, 1, 1], [-2, .5, 3])));

    [Fact]
    public void Intervals_are_needed_for_their_coverage()
    {
        Sample none = Samples.Regression([1, 2, 3], [1, 2, 2]);
        Assert.Equal("the model gives no prediction intervals", Of("interval_coverage", none));
        Sample given = none.WithEnds([0, 2.5, 3], [1, 3, 3]);
        MetricFrame frame = MetricFrame.Gather(given, Samples.Everyone(3), new FrameOptions(Replicates: 0));
        Near.Check(2.0 / 3, frame.Measure(Samples.Metric("interval_coverage")).Value.Number, "interval_coverage");
        Near.Check(0.5, frame.Measure(Samples.Metric("mean_interval_width")).Value.Number, "mean_interval_width");
        Assert.Equal("a row's interval has its lower end above its upper", Of("interval_coverage", given.WithUpper([1, 3, 2])));
        Assert.Throws<ArgumentException>(() => Of("interval_coverage", given.WithUpper(null)));
        Assert.Throws<ArgumentException>(() => Of("interval_coverage", given.WithUpper([1, 3])));
    }

    [Theory]
    [InlineData("mean_squared_log_error", "a true or predicted number is below 0")]
    [InlineData("mean_poisson_deviance", "a true number is below 0, or a predicted one not above 0")]
    [InlineData("mean_gamma_deviance", "a true or predicted number is not above 0")]
    [InlineData("spearman_correlation", null)]
    [InlineData("pearson_correlation", null)]
    public void Negative_numbers(string metric, string? reason) =>
        Assert.Equal(reason, Of(metric, Samples.Regression([-1, 2, 4], [1, -2, 3])));

    [Theory]
    [InlineData("spearman_correlation", "all predicted values are equal")]
    [InlineData("pearson_correlation", "all predicted values are equal")]
    [InlineData("d2_tweedie", null)]
    public void Constant_predictions(string metric, string? reason) =>
        Assert.Equal(reason, Of(metric, Samples.Regression([1, 2, 4], [0.1, 0.1, 0.1], [0.1, 0.2, 0.3])));

    private static string? Of(string metric, Sample sample) =>
        MetricFrame.Gather(sample, Samples.Everyone(sample.Rows), new FrameOptions(Replicates: 0))
            .Measure(Samples.Metric(metric)).Value.Undefined;
}
