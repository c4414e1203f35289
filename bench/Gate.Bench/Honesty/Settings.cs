using Gate.Data;
using Gate.Data.Numerics;
using Gate.Metrics;

namespace Gate.Bench.Honesty;

/// <summary>The conditions that are simulated.</summary>
internal static class Settings
{
    private const double UsualRate = 0.45;
    private const double ShareOfPositives = 0.4;

    public static IReadOnlyList<Setting> All { get; } =
    [
        new("accuracy, min 0.80", 0.80, IsMinimum: true, 1, Inside: 0.83, Beyond: 0.77, Agreeing,
            frame => frame.Measure(Metric("accuracy"))),
        new("selection rate, difference of 2 groups, max 0.10", 0.10, IsMinimum: false, 2, Inside: 0.05, Beyond: 0.15,
            (random, rows, gap) => Selected(random, rows, 2, UsualRate - gap), frame => Compare(frame, CompareKind.Difference)),
        new("selection rate, ratio of 2 groups, min 0.80", 0.80, IsMinimum: true, 2, Inside: 0.90, Beyond: 0.70,
            (random, rows, ratio) => Selected(random, rows, 2, UsualRate * ratio), frame => Compare(frame, CompareKind.Ratio)),
        new("selection rate, difference of 5 groups, max 0.10", 0.10, IsMinimum: false, 5, Inside: 0.05, Beyond: 0.15,
            (random, rows, gap) => Selected(random, rows, 5, UsualRate - gap), frame => Compare(frame, CompareKind.Difference)),
        new("ROC AUC, min 0.75", 0.75, IsMinimum: true, 1, Inside: 0.78, Beyond: 0.72, Scored, frame => frame.Measure(Metric("roc_auc"))),
    ];

    private static Metric Metric(string name) => MetricCatalogue.Find(name)!;

    private static Measurement Compare(MetricFrame frame, CompareKind kind) =>
        frame.Compare(new Comparison($"selection_rate_{kind}", kind, [Metric("selection_rate")]),
            [.. frame.Groups.Select(_ => true)]).Worst;

    /// <summary>Labels and predictions that agree with a given probability.</summary>
    private static Sample Agreeing(Random random, int rows, double accuracy)
    {
        int[] labels = Draws(random, rows, _ => ShareOfPositives);
        int[] predictions = Array.ConvertAll(labels, label => random.NextDouble() < accuracy ? label : 1 - label);
        return Sample(labels, predictions, null);
    }

    /// <summary>Predictions that are positive at the usual rate, and at another one in the first group.</summary>
    private static Sample Selected(Random random, int rows, int groups, double ofFirstGroup) =>
        Sample(Draws(random, rows, _ => ShareOfPositives), Draws(random, rows, row => row % groups == 0 ? ofFirstGroup : UsualRate), null);

    /// <summary>Normal scores, those of positive rows shifted: the area under the ROC curve is Φ(shift / √2).</summary>
    private static Sample Scored(Random random, int rows, double area)
    {
        double shift = Math.Sqrt(2) * NormalLaw.OfTail(1 - area);
        int[] labels = Draws(random, rows, _ => ShareOfPositives);
        return Sample(labels, null, Array.ConvertAll(labels, label => Gaussian(random) + shift * label));
    }

    private static double Gaussian(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static int[] Draws(Random random, int rows, Func<int, double> probability)
    {
        var drawn = new int[rows];
        for (int row = 0; row < rows; row++) drawn[row] = random.NextDouble() < probability(row) ? 1 : 0;
        return drawn;
    }

    private static Sample Sample(int[] labels, int[]? predictions, double[]? scores) =>
        new(Metrics.Truth.OfClasses(TaskType.BinaryClassification, ["0", "1"], labels), new ClassOutput(predictions, scores));
}
