using Gate.Data;

namespace Gate.Metrics;

/// <summary>What is known of the measured rows before any model has spoken: what was true, how much each row counts, and what it looks
/// like. Arrays are never modified.</summary>
/// <param name="Task">What a model predicts of the rows.</param>
/// <param name="Classes">The names of the classes by code; for a binary task [negative, positive]; empty for regression.</param>
/// <param name="Labels">True class codes, one a row; null for regression.</param>
/// <param name="Targets">True values, one a row; null for classification.</param>
/// <param name="Weights">Sample weights, finite and not negative, one a row; null when each row counts 1.</param>
/// <param name="Features">The features of each row as numbers, row-major (rows × any width), or null: read only by metrics of similar rows,
/// such as consistency.</param>
public sealed record Truth(TaskType Task, IReadOnlyList<string> Classes, int[]? Labels, double[]? Targets, double[]? Weights,
    double[]? Features)
{
    /// <summary>The number of rows.</summary>
    public int Rows => Labels?.Length ?? Targets?.Length ?? 0;

    /// <summary>Rows of a classification.</summary>
    /// <param name="task">Binary or multiclass.</param>
    /// <param name="classes">The names of the classes by code.</param>
    /// <param name="labels">True class codes.</param>
    /// <param name="weights">Weights, or null.</param>
    public static Truth OfClasses(TaskType task, IReadOnlyList<string> classes, int[] labels, double[]? weights = null) =>
        new(task, classes, labels, null, weights, null);

    /// <summary>Rows of a regression.</summary>
    /// <param name="targets">True values.</param>
    /// <param name="weights">Weights, or null.</param>
    public static Truth OfNumbers(double[] targets, double[]? weights = null) =>
        new(TaskType.Regression, [], null, targets, weights, null);

    /// <summary>Some of the rows, in the given order.</summary>
    /// <param name="rows">Row numbers.</param>
    public Truth Take(int[] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        // The constructor and not `with`: a part that is added later cannot be forgotten here.
        return new(Task, Classes, RowParts.Take(Labels, rows, Rows), RowParts.Take(Targets, rows, Rows),
            RowParts.Take(Weights, rows, Rows), RowParts.Take(Features, rows, Rows));
    }
}
