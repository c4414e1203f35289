using System.Globalization;
using Gate.Data;
using Gate.Metrics;

namespace Gate.Tests.Metrics.Golden;

/// <summary>Builds samples and groupings for tests.</summary>
internal static class Samples
{
    public static Sample Binary(int[] labels, int[]? predictions, double[]? scores = null, double[]? weights = null) =>
        new(Truth.OfClasses(TaskType.BinaryClassification, ["negative", "positive"], labels, weights),
            new ClassOutput(predictions, scores));

    public static Sample Multiclass(string[] classes, int[] labels, int[]? predictions, double[]? scores = null,
        double[]? weights = null) =>
        new(Truth.OfClasses(TaskType.MulticlassClassification, classes, labels, weights), new ClassOutput(predictions, scores));

    public static Sample Regression(double[] targets, double[] estimates, double[]? weights = null) =>
        new(Truth.OfNumbers(targets, weights), new NumberOutput(estimates));

    /// <summary>A column whose categories are in ordinal order, or in numeric order where all are numbers.</summary>
    public static CategoryColumn Column(string name, IReadOnlyList<string?> values)
    {
        string[] present = [.. values.OfType<string>().Distinct()];
        string[] categories = present.All(text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            ? [.. present.OrderBy(text => double.Parse(text, CultureInfo.InvariantCulture))]
            : [.. present.Order(StringComparer.Ordinal)];
        return new CategoryColumn(name, [.. values.Select(value => value is null ? -1 : Array.IndexOf(categories, value))], categories);
    }

    public static Grouping Everyone(int rows) => Grouping.Create([], [], rows);

    public static Grouping By(params string[] values) => Grouping.Create([Column("g", values)], [], values.Length);

    public static Metric Metric(string name) => MetricCatalogue.Find(name) ?? throw new ArgumentException(name);

    public static Comparison Comparison(string metric, CompareKind kind, CompareMethod method = CompareMethod.BetweenGroups) =>
        new($"{metric}_{kind}", kind, [Metric(metric)], method);

    public static bool[] All(Grouping grouping) => [.. grouping.Groups.Select(_ => true)];
}
