using Gate.Data;
using Gate.Metrics;

namespace Gate.Evaluation.Measuring.Attributions;

/// <summary>
/// What columns add, row by row, as numbers that are compared between groups: a mean SHAP value is a mean like any other, so that groups,
/// control levels, weights, floors and intervals are those of every metric.
/// </summary>
internal static class AttributionFrames
{
    /// <summary>The mean of what columns add; its name in results is <c>mean_attribution</c>.</summary>
    public static Metric Mean { get; } = MetricCatalogue.Find("mean_prediction")!;

    /// <summary>The groups of explained rows.</summary>
    /// <param name="model">The explained model.</param>
    /// <param name="by">Sensitive columns.</param>
    /// <param name="control">Control columns.</param>
    /// <param name="rows">The rows that count, as places among the explained ones; null for all.</param>
    public static Grouping Groups(ExplainedModel model, IReadOnlyList<string> by, IReadOnlyList<string> control, int[]? rows)
    {
        int[]? measured = Measured(model, rows);
        CategoryColumn Column(CategoryColumn column) => measured is null ? column : (CategoryColumn)column.Take(measured);
        return Grouping.Create([.. by.Select(name => Column(model.Data.Sensitive[name]))],
            [.. control.Select(name => Column(model.Data.Control(name)))], rows?.Length ?? model.Values!.Rows);
    }

    /// <summary>What some columns add together to an output of each row.</summary>
    /// <param name="model">The explained model.</param>
    /// <param name="columns">Columns of the model by index.</param>
    /// <param name="rows">The rows that count; null for all.</param>
    /// <param name="output">Which output.</param>
    public static Sample Sample(ExplainedModel model, IReadOnlyList<int> columns, int[]? rows, int output)
    {
        var sums = new double[rows?.Length ?? model.Values!.Rows];
        for (int i = 0; i < sums.Length; i++)
            foreach (int column in columns) sums[i] += model.Values![rows is null ? i : rows[i], column, output];
        double[]? weights = model.Data.Truth.Weights;
        if (weights is not null && Measured(model, rows) is { } measured) weights = Array.ConvertAll(measured, row => weights[row]);
        // There is no truth about what a column adds; the metric does not read it.
        return new(Truth.OfNumbers(new double[sums.Length], weights), new NumberOutput(sums));
    }

    /// <summary>The places of the explained rows that lie in a slice of the measured ones.</summary>
    public static int[] InSlice(ExplainedModel model, string where)
    {
        var slice = model.Data.Slices[where].ToHashSet();
        return [.. Enumerable.Range(0, model.Values!.Rows).Where(i => slice.Contains(model.Rows is null ? i : model.Rows[i]))];
    }

    private static int[]? Measured(ExplainedModel model, int[]? rows) => rows is null ? model.Rows
        : model.Rows is null ? rows : Array.ConvertAll(rows, row => model.Rows[row]);
}
