using Gate.Data;
using Gate.Metrics;

namespace Gate.Bench.Coverage.Issue;

/// <summary>Test sets from columns.</summary>
internal static class MadeRows
{
    private static readonly string[] classes = ["0", "1"];

    public static DrawnSet Binary(int[] labels, int[]? predictions, double[]? scores = null, double[]? weights = null,
        int[]? baseline = null, int groups = 1)
    {
        var truth = Truth.OfClasses(TaskType.BinaryClassification, classes, labels, weights);
        return new DrawnSet(new Sample(truth, new ClassOutput(predictions, scores)),
            baseline is null ? null : new Sample(truth, new ClassOutput(baseline, null)), GroupsOf.Equal(groups, labels.Length / groups));
    }

    /// <summary>A regression whose true numbers are all 0: what is predicted is the error.</summary>
    public static DrawnSet Errors(double[] errors, double[]? weights = null) => new(
        new Sample(Truth.OfNumbers(new double[errors.Length], weights), new NumberOutput(errors)), null, GroupsOf.One(errors.Length));
}
