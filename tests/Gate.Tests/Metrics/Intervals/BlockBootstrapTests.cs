using Gate.Data;
using Gate.Metrics;
using Gate.Metrics.Intervals;
using Gate.Metrics.Rows;
using Gate.Metrics.Sampling;
using Gate.Metrics.Statistics;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Intervals;

/// <summary>Of many rows blocks are drawn. The rows are sorted by class, as rows of files are, which blocks of neighbours would not
/// survive.</summary>
public sealed class BlockBootstrapTests
{
    private const int Rows = 3 * RowBlocks.ManyRows;

    private static Sample Sorted(ulong seed)
    {
        var random = new CounterRandom(seed, 9, 0);
        int positives = 0;
        for (int i = 0; i < Rows; i++) positives += random.NextDouble() < 0.25 ? 1 : 0;
        int[] labels = [.. Enumerable.Range(0, Rows).Select(i => i < positives ? 1 : 0)];
        double[] scores = new double[Rows];
        for (int i = 0; i < Rows; i++) scores[i] = 0.7 * random.NextDouble() + 0.3 * labels[i] * random.NextDouble();
        return new Sample(Truth.OfClasses(TaskType.BinaryClassification, ["no", "yes"], labels), new ClassOutput(null, scores));
    }

    /// <summary>The interval of a mean has a closed form; widths of 30 runs are averaged, so that 1 % is left to chance.</summary>
    [Fact]
    public void The_width_of_a_mean_is_that_of_its_closed_form()
    {
        Metric brier = Samples.Metric("brier_score_loss");
        double ratio = 0;
        for (ulong run = 0; run < 30; run++)
        {
            Sample sample = Sorted(run);
            double[] losses = [.. sample.Scores!.Zip(sample.Labels!, (score, label) => (score - label) * (score - label))];
            double mean = losses.Average(), error = Math.Sqrt(losses.Sum(loss => (loss - mean) * (loss - mean)) / Rows / (Rows - 1.0));
            Interval interval = MetricFrame.Gather(sample, Samples.Everyone(Rows), new FrameOptions(Seed: run)).Measure(brier).Interval!;
            ratio += (interval.High - interval.Low) / (2 * Limits.Critical(0.95) * error) / 30;
        }
        Assert.InRange(ratio, 0.97, 1.03);
    }

    [Theory]
    [InlineData("average_precision")]
    [InlineData("expected_calibration_error")]
    public void The_spread_over_samples_is_what_the_interval_says(string name)
    {
        Metric metric = Samples.Metric(name);
        double[] values = new double[40];
        double width = 0;
        for (int run = 0; run < values.Length; run++)
        {
            MetricFrame frame = MetricFrame.Gather(Sorted((ulong)run), Samples.Everyone(Rows), new FrameOptions(Seed: (ulong)run));
            values[run] = frame.Estimate(metric).Number;
            if (run < 10) width += (frame.Measure(metric).Interval is { } interval ? interval.High - interval.Low : 0) / 10;
        }
        double mean = values.Average(), spread = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
        // A standard deviation of 40 numbers is known to 11 %.
        Assert.InRange(width / (2 * Limits.Critical(0.95) * spread), 0.7, 1.4);
    }

    /// <summary>The estimate from bins that are summed up is that of the rows one by one.</summary>
    [Theory]
    [InlineData("expected_calibration_error")]
    [InlineData("maximum_calibration_error")]
    public void Sums_of_bins_give_the_same_estimate(string name)
    {
        Sample sample = Sorted(3);
        double[] gaps = new double[10], counts = new double[10];
        for (int i = 0; i < Rows; i++)
        {
            int bin = (int)Math.Min(9, Math.Max(0, Math.Ceiling(sample.Scores![i] * 10) - 1));
            gaps[bin] += sample.Labels![i] - sample.Scores[i];
            counts[bin]++;
        }
        double expected = name == "expected_calibration_error" ? gaps.Sum(Math.Abs) / Rows
            : Enumerable.Range(0, 10).Where(bin => counts[bin] > 0).Max(bin => Math.Abs(gaps[bin]) / counts[bin]);
        MetricFrame frame = MetricFrame.Gather(sample, Samples.Everyone(Rows), new FrameOptions());
        Near.Check(expected, frame.Estimate(Samples.Metric(name)).Number, name);
    }
}
