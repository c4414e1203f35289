using Gate.Data;
using Gate.Metrics;

namespace Gate.Tests.Metrics.Golden;

/// <summary>Samples with one part changed.</summary>
internal static class ChangedSamples
{
    public static Sample WithTask(this Sample sample, TaskType task) => new(sample.Truth with { Task = task }, sample.Output);

    public static Sample WithLabels(this Sample sample, int[] labels) => new(sample.Truth with { Labels = labels }, sample.Output);

    public static Sample WithWeights(this Sample sample, double[]? weights) => new(sample.Truth with { Weights = weights }, sample.Output);

    public static Sample WithFeatures(this Sample sample, double[]? features) =>
        new(sample.Truth with { Features = features }, sample.Output);

    public static Sample WithPredictions(this Sample sample, int[]? codes) =>
        sample.With((ClassOutput)sample.Output! with { Codes = codes });

    public static Sample WithScores(this Sample sample, double[]? scores) =>
        sample.With((ClassOutput)sample.Output! with { Scores = scores });

    public static Sample WithEnds(this Sample sample, double[] lower, double[] upper) =>
        sample.With((NumberOutput)sample.Output! with { Ends = new IntervalEnds(lower, upper) });

    public static Sample WithUpper(this Sample sample, double[]? upper) => sample.WithEnds(sample.Lower!, upper!);
}
