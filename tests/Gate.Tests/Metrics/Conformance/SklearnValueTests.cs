using Gate.Metrics;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Conformance;

/// <summary>Values of scikit-learn 1.2.1, numpy 1.24.2 and scipy 1.10.1 on small inputs, for metrics that the reference files do not
/// have.</summary>
public sealed class SklearnValueTests
{
    private static readonly int[] labels = [0, 0, 1, 1, 1, 0, 1, 0, 1, 0];
    private static readonly double[] scores = [.1, .4, .35, .8, .65, .65, .9, .2, .3, .55];
    private static readonly double[] decisions = [-1.2, .3, -.4, 2.1, .8, .8, 1.5, -.9, .1, -.2];
    private static readonly double[] weights = [1, 2, 1, .5, 3, 1, 2, 1, 1, 2];

    [Theory]
    // 1 - log_loss(y, p) / log_loss(y, mean of y), and the same of brier_score_loss
    [InlineData("d2_log_loss", 0.1775568619151927, 0.216747646245956)]
    [InlineData("d2_brier", 0.192, 0.24945238095238098)]
    // scipy.optimize.root of the gradient of the logistic likelihood; brentq with the slope fixed at 1
    [InlineData("calibration_slope", 0.9354368761869714, 1.205013390159119)]
    [InlineData("calibration_intercept", 0.05316795635560256, -0.052915064995224866)]
    // max of tpr where fpr <= 0.2 in roc_curve; of precision where recall >= 0.8, of recall where precision >= 0.75 in
    // precision_recall_curve
    [InlineData("tpr_at_fpr max_fpr 0.2", 0.6, 0.7333333333333333)]
    [InlineData("precision_at_recall min_recall 0.8", 0.625, 0.6)]
    [InlineData("recall_at_precision min_precision 0.75", 0.6, 0.7333333333333333)]
    [InlineData("partial_roc_auc max_fpr 0.3", 0.7254901960784313, 0.7871148459383753)]
    // precision_score and recall_score with pos_label=0
    [InlineData("negative_predictive_value", 0.6, 0.6666666666666666)]
    [InlineData("specificity", 0.6, 0.5714285714285714)]
    public void Binary(string metric, double expected, double weighted)
    {
        Sample sample = Samples.Binary(labels, Array.ConvertAll(scores, score => score >= 0.5 ? 1 : 0), scores);
        Near.Check(expected, Value(metric, sample), metric);
        Near.Check(weighted, Value(metric, sample.WithWeights(weights)), $"{metric}, weighted");
    }

    [Fact] // hinge_loss
    public void Hinge_loss_of_two_classes()
    {
        Sample sample = Samples.Binary(labels, null, decisions);
        Near.Check(0.6500000000000001, Value("hinge_loss", sample), "hinge_loss");
        Near.Check(0.6206896551724138, Value("hinge_loss", sample.WithWeights(weights)), "hinge_loss, weighted");
    }

    [Theory]
    [InlineData("hinge_loss", false, 0.6166666666666667, 0.8470588235294118)]
    [InlineData("d2_log_loss", true, 0.35361943674063745, 0.15269056897559474)]
    [InlineData("d2_brier", true, 0.4, 0.17833333333333334)]
    public void Multiclass(string metric, bool probabilities, double expected, double weighted)
    {
        double[] values = probabilities
            ? [.7, .2, .1, .3, .4, .3, .2, .5, .3, .1, .8, .1, .3, .4, .3, .1, .2, .7]
            : [1.2, .1, -.3, .2, .4, .3, -.5, .6, .1, .3, 1.9, -.4, .2, .5, .1, -1, -.2, 1.1];
        Sample sample = Samples.Multiclass(["a", "b", "c"], [0, 1, 2, 1, 0, 2], null, values);
        Near.Check(expected, Value(metric, sample), metric);
        Near.Check(weighted, Value(metric, sample.WithWeights([1, 2, 1, 1, 3, .5])), $"{metric}, weighted");
    }

    [Theory]
    [InlineData("mean_tweedie_deviance power 1", 0, 0.3485470405957665)]
    [InlineData("d2_tweedie power 1", 0, 0.840983349141851)]
    [InlineData("mean_tweedie_deviance power 1.5", 0, 0.5847103836510285)]
    [InlineData("d2_tweedie power 1.5", 0, 0.6785471506035221)]
    [InlineData("mean_tweedie_deviance power 2", 1, 0.25719007828651413)]
    [InlineData("d2_tweedie power 2", 1, 0.3917514023159274)]
    [InlineData("mean_tweedie_deviance power 3", 1, 0.22675925925925924)]
    [InlineData("d2_tweedie power 3", 1, -0.554920634920635)]
    [InlineData("root_mean_squared_log_error", 0, 0.2475992726321588)]
    [InlineData("mean_pinball_loss alpha 0.3", 0, 0.3916666666666666)]
    [InlineData("symmetric_mean_absolute_percentage_error", 0, 0.562962962962963)] // mean of 2 |y - p| / (|y| + |p|)
    // numpy.quantile(method='averaged_inverted_cdf')
    [InlineData("prediction_quantile q 0.25", 0, 1.5)]
    [InlineData("prediction_quantile", 0, 2.25)]
    [InlineData("prediction_quantile q 0.9", 0, 8)]
    public void Regression(string metric, double shift, double expected) =>
        Near.Check(expected,
            Value(metric, Samples.Regression(Array.ConvertAll<double, double>([1, 3, 0, 7, 2, 5], target => target + shift),
            [1.5, 2, .5, 8, 2.5, 4])), metric);

    [Fact] // scipy.stats.spearmanr; with weights, of the rows repeated
    public void Spearman_correlation_with_ties()
    {
        Sample sample = Samples.Regression([3, -.5, 2, 7, 4.2, 1], [2.5, 0, 2, 8, 4.2, 3]);
        Near.Check(0.8285714285714287, Value("spearman_correlation", sample), "spearman_correlation");
        Near.Check(0.8742138364779874, Value("spearman_correlation", sample.WithWeights([1, 2, 3, 1, 2, 1])),
            "spearman_correlation, weighted");
    }

    [Theory] // roc_auc_score(multi_class='ovr', average='weighted', sample_weight=…)
    [InlineData("iris_predictions.csv", 0.8869555555555555)]
    [InlineData("wine_predictions.csv", 0.8888460423115063)]
    public void Weighted_one_versus_rest_with_weights(string file, double expected)
    {
        GoldenTable table = GoldenTable.Read(file);
        double[][] columns = [table.Numbers("p0"), table.Numbers("p1"), table.Numbers("p2")];
        double[] all = [.. Enumerable.Range(0, table.Rows).SelectMany(i => columns.Select(column => column[i]))];
        Near.Check(expected,
            Value("roc_auc_ovr_weighted", Samples.Multiclass(["0", "1", "2"], table.Codes("y_true"), null, all, table.Numbers("weight"))),
            file);
    }

    /// <summary>A metric written as <c>name</c> or <c>name parameter value</c>.</summary>
    private static double Value(string metric, Sample sample)
    {
        string[] words = metric.Split(' ');
        Metric own = Samples.Metric(words[0]);
        if (words.Length == 3)
            own = own.With(
                new Dictionary<string, double> { [words[1]] = double.Parse(words[2], System.Globalization.CultureInfo.InvariantCulture) });
        return MetricFrame.Gather(sample, Samples.Everyone(sample.Rows), new FrameOptions(Replicates: 0)).Measure(own).Value.Number;
    }
}
