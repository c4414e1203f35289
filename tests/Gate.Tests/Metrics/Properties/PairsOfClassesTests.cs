using Gate.Metrics;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Properties;

/// <summary>One-versus-one areas with weights, which the reference does not take, against their definition pair by pair.</summary>
public sealed class PairsOfClassesTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void One_versus_one_is_the_mean_of_the_areas_between_two_classes(int classes)
    {
        Sample sample = RandomSamples.Multiclass(150, classes, weighted: true, seed: 21);
        MetricFrame frame = MetricFrame.Gather(sample, Samples.Everyone(150), new FrameOptions(Replicates: 0));
        double sum = 0, weightedSum = 0, weights = 0;
        int pairs = 0;
        for (int a = 0; a < classes; a++)
        {
            for (int b = a + 1; b < classes; b++)
            {
                double area = (Area(sample, a, b) + Area(sample, b, a)) / 2, weight = Weight(sample, a) + Weight(sample, b);
                sum += area;
                pairs++;
                weightedSum += weight * area;
                weights += weight;
            }
        }
        Near.Check(sum / pairs, frame.Measure(Samples.Metric("roc_auc_ovo")).Value.Number, "macro");
        Near.Check(weightedSum / weights, frame.Measure(Samples.Metric("roc_auc_ovo_weighted")).Value.Number, "weighted");
    }

    [Fact]
    public void Without_rows_of_a_class_it_is_undefined()
    {
        Sample sample = Samples.Multiclass(["a", "b", "c"], [0, 1, 0, 1], null, [.5, .4, .1, .2, .7, .1, .6, .3, .1, .1, .8, .1]);
        MetricFrame frame = MetricFrame.Gather(sample, Samples.Everyone(4), new FrameOptions(Replicates: 0));
        Assert.Equal("a class has no rows (class a against the others)", frame.Measure(Samples.Metric("roc_auc_ovo")).Value.Undefined);
    }

    /// <summary>The weighted share of pairs in which the row of class a scores higher for a than the row of class b, ties counting
    /// half.</summary>
    private static double Area(Sample sample, int a, int b)
    {
        double wins = 0, all = 0;
        for (int i = 0; i < sample.Rows; i++)
        {
            for (int j = 0; j < sample.Rows; j++)
            {
                if (sample.Labels![i] != a || sample.Labels[j] != b) continue;
                double own = sample.Scores![i * sample.Classes.Count + a], other = sample.Scores[j * sample.Classes.Count + a],
                    weight = sample.Weights![i] * sample.Weights[j];
                all += weight;
                wins += weight * (own > other ? 1 : own == other ? 0.5 : 0);
            }
        }
        return wins / all;
    }

    private static double Weight(Sample sample, int k) => sample.Weights!.Where((_, row) => sample.Labels![row] == k).Sum();
}
