using Gate.Data;

namespace Gate.Evaluation.Profiles;

/// <summary>What the rows that a model was trained on held, column by column.</summary>
/// <param name="Of">Whose they are, for sentences: <c>models:/credit/3</c>.</param>
/// <param name="Columns">The columns that the model was trained on, and the label last, where they are known.</param>
internal sealed record TrainingProfile(string Of, IReadOnlyList<ColumnProfile> Columns)
{
    /// <summary>The profile of rows that are here.</summary>
    /// <param name="of">Whose they are.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="features">The columns that the model was trained on.</param>
    /// <param name="label">The label's column.</param>
    /// <param name="task">Classes are levels, also where they are numbers.</param>
    public static TrainingProfile OfRows(string of, Table rows, IEnumerable<string> features, string label, TaskType task) =>
        new(of, [.. features.Select(name => ColumnProfile.Of(rows[name])), ColumnProfile.Of(Target(rows, label, task))]);

    /// <summary>The label as it is profiled.</summary>
    public static Column Target(Table rows, string label, TaskType task) =>
        task == TaskType.Regression ? rows[label] : rows[label].ToCategories();
}
