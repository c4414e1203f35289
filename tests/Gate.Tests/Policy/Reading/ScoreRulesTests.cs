using Gate.Policy.Document;

namespace Gate.Tests.Policy.Reading;

/// <summary>What the scores of a model are, and the threshold on them.</summary>
public class ScoreRulesTests
{
    private const string Scored = "predictions: { score: s }", Both = "predictions: { prediction: p, score: s }";

    [Theory]
    [InlineData(Scored, "", null, 0.5, false)]
    [InlineData(Scored, "threshold: 0.5", null, 0.5, true)]
    [InlineData(Scored, "score_type: probability", ScoreTypeSpec.Probability, 0.5, false)]
    [InlineData(Scored, "score_type: percent", ScoreTypeSpec.Percent, 50.0, false)]
    [InlineData(Scored, "score_type: percent, threshold: 100", ScoreTypeSpec.Percent, 100.0, true)]
    [InlineData(Scored, "score_type: logit", ScoreTypeSpec.Logit, 0.0, false)]
    [InlineData(Scored, "score_type: logit, threshold: -3", ScoreTypeSpec.Logit, -3.0, true)]
    [InlineData(Scored, "score_type: any, threshold: 600", ScoreTypeSpec.Any, 600.0, true)]
    [InlineData(Both, "score_type: any", ScoreTypeSpec.Any, 0.5, false)]
    [InlineData("train: { algorithm: decision_tree }", "score_type: probability", ScoreTypeSpec.Probability, 0.5, false)]
    public void The_type_brings_its_threshold_unless_one_is_stated(string form, string keys, ScoreTypeSpec? type, double threshold,
        bool stated)
    {
        ModelSpec model = Policies.Read(Model(form, keys)).Model;
        Assert.Equal((type, threshold, stated), (model.ScoreType, model.Threshold, model.StatesThreshold));
        Assert.Equal(form != Both, model.IsThresholded);
    }

    [Theory]
    [InlineData(Scored, "threshold: 50", "8:48 model.threshold: expected a number from 0 to 1, found the number 50; say what the scores "
        + "are where they are no probabilities, such as 'score_type: percent'")]
    [InlineData(Scored, "threshold: -1", "8:48 model.threshold: expected a number from 0 to 1, found the number -1; say what the scores "
        + "are where they are no probabilities, such as 'score_type: logit'")]
    [InlineData(Scored, "threshold: 2, score_type: probability",
        "8:48 model.threshold: expected a number from 0 to 1, found the number 2")]
    [InlineData(Scored, "threshold: 101, score_type: percent",
        "8:48 model.threshold: expected a number from 0 to 100, found the number 101")]
    [InlineData(Scored, "score_type: any", "8:49 model.score_type: scores of any kind have no threshold of their own; add 'threshold'")]
    [InlineData(Scored, "score_type: logits", "8:49 model.score_type: unknown score type 'logits'; did you mean 'logit'?")]
    [InlineData("train: { algorithm: decision_tree }", "score_type: percent",
        "8:59 model.score_type: the scores of 'train' are probabilities; remove 'score_type'")]
    [InlineData("predictions: { prediction: p }", "score_type: logit",
        "8:42 model.score_type: says what scores are, and no score column is named")]
    public void What_does_not_fit_is_told_at_its_place(string form, string keys, string expected) =>
        Assert.Equal(expected, Policies.Problem(Model(form, keys)));

    private const string Trained = "train: { algorithm: decision_tree }";

    [Theory]
    [InlineData("calibrate: isotonic", CalibrationSpec.Isotonic, null)]
    [InlineData("calibrate: sigmoid, threshold: { maximise: f1 }", CalibrationSpec.Sigmoid, MaximiseSpec.F1)]
    [InlineData("threshold: { maximise: balanced_accuracy }", null, MaximiseSpec.BalancedAccuracy)]
    public void Scores_and_threshold_of_a_trained_model_can_be_learned(string keys, CalibrationSpec? calibrate, MaximiseSpec? maximise)
    {
        ModelSpec model = Policies.Read(Model(Trained, keys)).Model;
        Assert.Equal((calibrate, maximise, false, 0.5), (model.Calibrate, model.Maximise, model.StatesThreshold, model.Threshold));
    }

    [Theory]
    [InlineData(Scored, "calibrate: isotonic",
        "8:37 model.calibrate: it is learned on training rows, and the run does not train this model")]
    [InlineData(Scored, "threshold: { maximise: f1 }", "8:48 model.threshold: it is chosen on training rows, and the run does not train "
        + "this model; give a number")]
    [InlineData(Trained, "threshold: { maximise: f2 }",
        "8:70 model.threshold.maximise: unknown criterion 'f2'; did you mean 'f1'?")]
    [InlineData(Trained, "threshold: { }", "8:58 model.threshold.maximise: is missing; expected f1, "
        + "balanced_accuracy, youden, accuracy or matthews_corrcoef")]
    [InlineData(Trained, "calibrate: platt", "8:58 model.calibrate: unknown calibration 'platt'; there are: isotonic, sigmoid")]
    [InlineData(Trained, "threshold: f1", "8:58 model.threshold: expected a number, found the text 'f1'")]
    public void What_cannot_be_learned_is_told_at_its_place(string form, string keys, string expected) =>
        Assert.Equal(expected, Policies.Problem(Model(form, keys)));

    [Fact]
    public void Only_two_classes_have_such_scores() => Assert.Contains(
        "8:42 model.score_type: has a meaning for binary_classification only, and the task is regression",
        Policies.Problems(Model("predictions: { prediction: p }", "score_type: any")
            .Replace("binary_classification", "regression", StringComparison.Ordinal)));

    [Fact]
    public void Several_classes_can_be_calibrated_and_numbers_not()
    {
        string several = Policies.Minimal.Replace("max_depth: 4 }", "max_depth: 4 }\n  calibrate: sigmoid", StringComparison.Ordinal)
            .Replace("binary_", "multiclass_", StringComparison.Ordinal);
        Assert.Equal(CalibrationSpec.Sigmoid, Policies.Read(several).Model.Calibrate);
        Assert.Contains("8:47 model.calibrate: has a meaning for classifications only, and the task is regression",
            Policies.Problems(Model(Trained, "calibrate: sigmoid").Replace("binary_classification", "regression",
                StringComparison.Ordinal)));
    }

    private static string Model(string form, string keys) => Policies.WithCondition("{ metric: accuracy, min: 0.5 }",
        Policies.BeforeConditions.Replace("train: { algorithm: decision_tree }", keys.Length == 0 ? form : $"{form}, {keys}",
            StringComparison.Ordinal));
}
