using Gate.Data;
using Gate.Metrics;
using Gate.Models.Calibration;

namespace Gate.Tests.Models.Calibration;

/// <summary>A threshold is the best of all that there are, as the metrics of the house see it.</summary>
public sealed class ThresholdChoices
{
    private static (double[] Scores, int[] Labels, double[] Weights) Rows(int seed)
    {
        var random = new Random(seed);
        int[] labels = [.. Enumerable.Range(0, 60).Select(i => i < 2 ? i : random.Next(4) == 0 ? 1 : 0)];
        // Scores with ties.
        double[] scores = Array.ConvertAll(labels, label => Math.Round((random.NextDouble() + (0.3 * label)) / 1.3, 1));
        return (scores, labels, Array.ConvertAll(labels, _ => (double)random.Next(1, 4)));
    }

    private static double Measured(string metric, double[] scores, int[] labels, double[]? weights, double threshold)
    {
        int[] said = Array.ConvertAll(scores, score => score >= threshold ? 1 : 0);
        var truth = Truth.OfClasses(TaskType.BinaryClassification, ["no", "yes"], labels, weights);
        MetricValue value = MetricFrame.Gather(new Sample(truth, new ClassOutput(said, null)), Grouping.Create([], [], labels.Length),
            new FrameOptions(Threads: 1)).Estimate(MetricCatalogue.Find(metric)!);
        return value.IsDefined ? value.Number : 0;
    }

    [Theory]
    [InlineData(ThresholdCriterion.F1, "f1")]
    [InlineData(ThresholdCriterion.Accuracy, "accuracy")]
    [InlineData(ThresholdCriterion.BalancedAccuracy, "balanced_accuracy")]
    [InlineData(ThresholdCriterion.Youden, "informedness")]
    [InlineData(ThresholdCriterion.MatthewsCorrcoef, "matthews_corrcoef")]
    public void The_chosen_one_is_the_best_of_all(ThresholdCriterion criterion, string metric)
    {
        for (int seed = 0; seed < 20; seed++)
        {
            (double[] scores, int[] labels, double[] all) = Rows(seed);
            double[]? weights = seed % 2 == 0 ? null : all;
            ThresholdChoice choice = ThresholdChoice.Of(scores, labels, weights, criterion);
            Assert.Equal(Measured(metric, scores, labels, weights, choice.Threshold), choice.Value, 1e-9);
            double best = scores.Max(score => Measured(metric, scores, labels, weights, score));
            Assert.Equal(best, choice.Value, 1e-9);
        }
    }

    [Fact]
    public void It_lies_between_scores_and_of_equals_nearest_to_one_half()
    {
        // Perfect anywhere between 0.2 and 0.4.
        Assert.Equal(new(0.30000000000000004, 1), ThresholdChoice.Of([0.1, 0.2, 0.4, 0.9], [0, 0, 1, 1], null, ThresholdCriterion.F1));
        // Equally wrong with any cut: half of the rows.
        ThresholdChoice any = ThresholdChoice.Of([0.1, 0.3, 0.6, 0.9], [1, 0, 1, 0], null, ThresholdCriterion.Accuracy);
        Assert.Equal(0.45, any.Threshold, 12);
    }

    [Fact]
    public void All_rows_may_be_positive()
    {
        ThresholdChoice all = ThresholdChoice.Of([0.2, 0.3, 0.4], [1, 0, 1], null, ThresholdCriterion.F1);
        Assert.Equal(new(0.2, 0.8), all);
    }
}
