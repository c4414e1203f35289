using Gate.Data;

namespace Gate.Models;

/// <summary>A fitted model: rows in, scores out. Implementations are immutable and may be called from several threads.</summary>
public interface IModel
{
    /// <summary>What it is: <c>decision_tree</c>, <c>logistic_regression</c>, …</summary>
    string Kind { get; }

    /// <summary>What it predicts.</summary>
    TaskType Task { get; }

    /// <summary>The raw columns that it reads, by name.</summary>
    IReadOnlyList<string> Features { get; }

    /// <summary>The raw columns that it reads, in the order of <see cref="Features"/>, with their levels and ranges in training.</summary>
    IReadOnlyList<ModelInput> Inputs { get; }

    /// <summary>The classes by code; for a binary task [negative, positive]; empty for regression.</summary>
    IReadOnlyList<string> Classes { get; }

    /// <summary>What a person wants to know of it (depth, leaves, coefficients' norm, iterations), name to text, in display
    /// order.</summary>
    IReadOnlyList<KeyValuePair<string, string>> Facts { get; }

    /// <summary>
    /// Scores rows. Binary: one number a row, the probability of the positive class. Multiclass: row-major, rows × classes. Regression: one
    /// value a row. Categories never seen in training and missing values are handled, never an error.
    /// </summary>
    /// <param name="features">A table that has <see cref="Features"/> (other columns are ignored).</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">A feature is absent or of another kind than in training.</exception>
    double[] Score(Table features, CancellationToken cancel = default);
}

/// <summary>What a learner learns from.</summary>
/// <param name="Task">What is predicted.</param>
/// <param name="Features">The feature columns only.</param>
/// <param name="Classes">The classes by code; for a binary task [negative, positive]; empty for regression.</param>
/// <param name="Labels">Class codes, one a row; null for regression.</param>
/// <param name="Targets">Values, one a row; null for classification.</param>
/// <param name="Weights">Sample weights, or null.</param>
public sealed record TrainingData(TaskType Task, Table Features, IReadOnlyList<string> Classes, int[]? Labels, double[]? Targets,
    double[]? Weights)
{
    /// <summary>How many threads may work; 0 for all cores. The model is the same for any number.</summary>
    public int Threads { get; init; }

    /// <summary>Told how far a learner is that works in rounds; null where nobody wants to know.</summary>
    public Action<TrainingProgress>? Progress { get; init; }

    /// <summary>The number of rows.</summary>
    public int RowCount => Labels?.Length ?? Targets?.Length ?? 0;

    /// <summary>Some of the rows, in the given order.</summary>
    /// <param name="rows">Row numbers.</param>
    public TrainingData Take(int[] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return this with
        {
            Features = Features.Columns.Count == 0 ? Features : Features.Take(rows),
            Labels = Labels is { } labels ? Array.ConvertAll(rows, row => labels[row]) : null,
            Targets = Targets is { } targets ? Array.ConvertAll(rows, row => targets[row]) : null,
            Weights = Weights is { } weights ? Array.ConvertAll(rows, row => weights[row]) : null,
        };
    }
}

/// <summary>How far training is.</summary>
/// <param name="Round">How many rounds are done.</param>
/// <param name="Rounds">How many there are at most.</param>
/// <param name="Metric">What is measured on the rows that are kept back for it; null where none are.</param>
/// <param name="Value">Its value after the round.</param>
public sealed record TrainingProgress(int Round, int Rounds, string? Metric, double Value);

/// <summary>A learning algorithm with its parameters set.</summary>
public interface ILearner
{
    /// <summary>Learns a model. Same data, same parameters: the same model, whatever the number of threads.</summary>
    /// <param name="data">What to learn from.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">The data cannot be learned from (no rows, one class, no usable feature).</exception>
    /// <exception cref="ParameterException">A parameter does not serve the task, or goes with no other.</exception>
    IModel Fit(TrainingData data, CancellationToken cancel = default);
}

/// <summary>A model cannot be learned, read or scored. The message says what is wrong, where, and what to do; it is meant for the
/// user.</summary>
/// <param name="message">One or more lines for the user.</param>
/// <param name="inner">The cause, if any.</param>
public sealed class ModelException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A parameter of a learner cannot be used as it is given. The message says what is wrong and is meant for the user.</summary>
/// <param name="parameter">The parameter's name; null where it is not clear which of them is wrong.</param>
/// <param name="message">What is wrong, and what to do.</param>
/// <param name="inner">The cause, if any.</param>
public sealed class ParameterException(string? parameter, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The parameter's name; null where it is not clear which of them is wrong.</summary>
    public string? Parameter { get; } = parameter;
}
