using Gate.Data;
using Gate.Models;
using Gate.Models.Calibration;

namespace Gate.Tests.Models.Calibration;

/// <summary>A model with what was learned of its scores.</summary>
public sealed class TunedModels
{
    private static TrainingData Data(int rows = 400)
    {
        var random = new Random(8);
        double[] a = [.. Enumerable.Range(0, rows).Select(i => i % 17 == 0 ? double.NaN : random.NextDouble())];
        string?[] t = [.. Enumerable.Range(0, rows).Select(_ => "abc".Substring(random.Next(3), 1))];
        int[] labels = [.. a.Select((x, i) => (double.IsNaN(x) ? 0.5 : x) + (t[i] == "a" ? 0.3 : 0) + random.NextDouble() > 1.4 ? 1 : 0)];
        return TestData.Binary(labels, TestData.Numbers("a", a), TestData.Texts("t", t));
    }

    private static TunedModel Fit(string learner, TuningOptions options, TrainingData? data = null) =>
        TunedModel.Fit(TestData.Learner(learner), data ?? Data(), options);

    [Theory]
    [InlineData("logistic_regression", CalibrationMethod.Isotonic)]
    [InlineData("logistic_regression", CalibrationMethod.Sigmoid)]
    [InlineData("decision_tree", CalibrationMethod.Isotonic)]
    [InlineData("decision_tree", CalibrationMethod.Sigmoid)]
    public void Its_scores_are_the_calibrated_ones_of_the_model_that_all_rows_made(string learner, CalibrationMethod method)
    {
        TrainingData data = Data();
        TunedModel tuned = Fit(learner, new(method, null), data);
        IModel plain = TestData.Learner(learner).Fit(data);
        Assert.Equal(tuned.Calibration!.Apply(plain.Score(data.Features)), tuned.Score(data.Features));
        Assert.Equal(method == CalibrationMethod.Sigmoid && learner == "logistic_regression",
            tuned.Calibration is SigmoidCalibration { OnLogOdds: true });
    }

    /// <summary>A full-grown tree is certain of its own rows; only rows that it has not seen tell how wrong that is.</summary>
    [Fact]
    public void It_learns_from_rows_that_the_model_has_not_seen()
    {
        TrainingData data = Data();
        TunedModel tuned = Fit("decision_tree", new(CalibrationMethod.Isotonic, null), data);
        Assert.True(tuned.Inner.Score(data.Features).Count(score => score is 0 or 1) > 350);
        Assert.All(tuned.Score(data.Features), score => Assert.InRange(score, 0.05, 0.95));
    }

    [Fact]
    public void The_digest_is_of_model_calibration_and_threshold()
    {
        string[] digests = [.. new[]
        {
            Fit("logistic_regression", new(CalibrationMethod.Isotonic, null)),
            Fit("logistic_regression", new(CalibrationMethod.Sigmoid, null)),
            Fit("logistic_regression", new(CalibrationMethod.Sigmoid, ThresholdCriterion.F1)),
            Fit("logistic_regression", new(CalibrationMethod.None, ThresholdCriterion.F1)),
            Fit("logistic_regression", new(CalibrationMethod.None, ThresholdCriterion.Accuracy)),
            Fit("decision_tree", new(CalibrationMethod.None, ThresholdCriterion.Accuracy)),
        }.Select(model => model.Digest)];
        Assert.Equal(digests.Length, digests.Distinct().Count());
        Assert.Equal(digests[0], Fit("logistic_regression", new(CalibrationMethod.Isotonic, null)).Digest);
        Assert.NotEqual(digests[0], Fit("logistic_regression", new(CalibrationMethod.Isotonic, null, Seed: 1)).Digest);
    }

    [Fact]
    public void It_says_what_was_learned()
    {
        TunedModel tuned = Fit("logistic_regression", new(CalibrationMethod.Sigmoid, ThresholdCriterion.BalancedAccuracy));
        Dictionary<string, string> facts = tuned.Facts.ToDictionary(fact => fact.Key, fact => fact.Value);
        Assert.Matches(@"^sigmoid, slope [\d.]+, intercept [-\d.]+, of the score's log-odds; learned on training rows, cross-fitted in 5 "
            + "folds$", facts["calibration"]);
        Assert.Matches(@"^0\.\d+, for the largest balanced accuracy \(0\.\d+\) on training rows, cross-fitted in 5 folds$",
            facts["threshold chosen"]);
        Assert.Equal(["a", "t"], tuned.UsedFeatures);
    }

    [Theory]
    [InlineData("logistic_regression")]
    [InlineData("dummy")]
    public void Rescoring_gives_what_scoring_gives(string learner)
    {
        TrainingData data = Data();
        TunedModel tuned = Fit(learner, new(CalibrationMethod.Isotonic, null), data);
        Column turned = data.Features["a"].Take([.. Enumerable.Range(0, data.RowCount).Reverse()]);
        double[] again = tuned.Prepare(data.Features).Score(turned), expected = tuned.Score(data.Features.With(turned));
        for (int i = 0; i < again.Length; i++) Assert.Equal(expected[i], again[i], 1e-9);
    }

    [Theory]
    [InlineData("logistic_regression", CalibrationMethod.Sigmoid, true)]
    [InlineData("decision_tree", CalibrationMethod.Isotonic, false)]
    public void Of_several_classes_each_has_a_calibration(string learner, CalibrationMethod method, bool onLogOdds)
    {
        TrainingData two = Data();
        int[] labels = [.. two.Labels!.Select((label, row) => row % 5 == 0 ? 2 : label)];
        var data = new TrainingData(TaskType.MulticlassClassification, two.Features, ["x", "y", "z"], labels, null, null);
        TunedModel tuned = Fit(learner, new(method, null), data);
        OneAgainstRest calibration = Assert.IsType<OneAgainstRest>(tuned.Calibration);
        Assert.Equal(3, calibration.Classes.Count);
        Assert.Equal(onLogOdds, calibration.Classes[2] is SigmoidCalibration { OnLogOdds: true });
        double[] scores = tuned.Score(data.Features);
        Assert.Equal(calibration.Apply(TestData.Learner(learner).Fit(data).Score(data.Features)), scores);
        for (int row = 0; row < data.RowCount; row++) Assert.Equal(1, scores.AsSpan(3 * row, 3).ToArray().Sum(), 1e-12);
        string fact = tuned.Facts.Single(fact => fact.Key == "calibration").Value;
        Assert.StartsWith($"{calibration.Method}, one class against the rest (", fact, StringComparison.Ordinal);
        // Scores of the class that a fifth of the rows have at random are that fifth, by and large.
        Assert.InRange(Enumerable.Range(0, data.RowCount).Average(row => scores[(3 * row) + 2]), 0.17, 0.23);
    }

    [Fact]
    public void Of_several_classes_there_is_no_threshold_to_choose()
    {
        TrainingData two = Data();
        var data = new TrainingData(TaskType.MulticlassClassification, two.Features, ["x", "y"], two.Labels, null, null);
        Assert.Contains("only those of two have a threshold", Assert.Throws<ModelException>(
            () => Fit("logistic_regression", new(CalibrationMethod.Sigmoid, ThresholdCriterion.F1), data)).Message);
    }

    [Fact]
    public void A_class_with_fewer_rows_than_folds_is_refused()
    {
        TrainingData data = TestData.Binary([0, 0, 0, 0, 0, 1, 1, 1, 1], TestData.Numbers("a", 1, 2, 3, 4, 5, 6, 7, 8, 9));
        Assert.Equal("the class 'yes' has 4 training rows, too few for 5 folds: each fold needs one",
            Assert.Throws<ModelException>(() => Fit("logistic_regression", new(CalibrationMethod.Sigmoid, null), data)).Message);
    }
}
