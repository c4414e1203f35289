using Gate.Metrics;
using Gate.Metrics.Intervals;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Frames;

public sealed class PairedTrialsTests
{
    /// <summary>Recall is a rate of the positives: rows without one are no trials, and however many there are, limits stay the
    /// same.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(4000)]
    public void Rows_that_are_no_trials_change_no_paired_limits(int negatives)
    {
        int[] positives = [.. Enumerable.Repeat(1, 30)], none = new int[negatives];
        int[] candidate = [.. Enumerable.Range(0, 30).Select(i => i < 20 ? 1 : 0)], baseline = [.. Enumerable.Range(0, 30)
            .Select(i => i is < 16 or >= 27 ? 1 : 0)];
        Sample truth = Samples.Binary([.. positives, .. none], [.. candidate, .. none]),
            other = Samples.Binary([.. positives, .. none], [.. baseline, .. none]);
        Measurement worse = MetricFrame.Gather(truth, Samples.Everyone(30 + negatives), new FrameOptions(), other)
            .Regression(Samples.Metric("recall"), RegressionScale.Absolute);
        (double low, double high) = new PairedDifferenceLimits(new PairedHits(16, 4, 3, 7)).At(Limits.Critical(0.95))!.Value;
        Assert.Equal(-1.0 / 30, worse.Value.Number, 12);
        Assert.Equal((-high, -low), (worse.Interval!.Low, worse.Interval.High));
        Assert.Equal(McNemar.PValue(4, 3), worse.Test!.PValue, 12);
    }
}
