using Gate.Data;
using Gate.Evaluation.Candidates;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Models;
using Gate.Models.Onnx.Scoring;
using Gate.Wording;

namespace Gate.Evaluation;

/// <summary>Scores the rows of a file by a model that Gate has written.</summary>
public static class FileScoring
{
    /// <summary>The name of the column of classes or values.</summary>
    public const string Prediction = "prediction";

    /// <summary>The name of the column of the positive class's probability; of several classes, <c>score_</c> and the class.</summary>
    public const string Score = "score";

    /// <summary>Scores a file.</summary>
    /// <param name="model">The path of the model.</param>
    /// <param name="data">The rows; every column that the model reads must be there, a label need not.</param>
    /// <param name="keep">Columns of the rows that are carried over, in this order.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>The columns that are kept, <c>prediction</c>, and for a classifier the probabilities: what a policy reads as
    /// predictions.</returns>
    /// <exception cref="ModelException">The model cannot be read, or does not take the rows.</exception>
    /// <exception cref="DataException">The rows cannot be read, or lack a column that is kept.</exception>
    public static Table Run(string model, SourceOptions data, IReadOnlyList<string> keep, IRunProgress progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(keep);
        progress.Begin($"loading {model}");
        using WrittenModel written = WrittenModel.Load(model, data.Threads, cancel);
        progress.Begin($"reading {string.Join(", ", data.Paths)}");
        Table rows = TableReader.Read(data, null, cancel);
        foreach (string name in keep)
            if (!rows.Names.Contains(name))
                throw new DataException($"--keep {Shown.Of(name)}: the data have no such column{NearestName.Hint(name, rows.Names)}");
        progress.Begin($"scoring {NumberText.Count(rows.RowCount)} rows");
        double[] scores = written.Model.Score(rows, cancel);
        ModelOutputs.RequireFinite(scores, rows.RowCount);
        Column[] said = [.. Said(written, scores, rows.RowCount)];
        foreach (Column column in said)
            if (keep.Contains(column.Name))
                throw new DataException($"--keep {Shown.Of(column.Name)}: the scores have a column of this name; rename it in the data");
        return new([.. keep.Select(name => rows[name]), .. said]);
    }

    private static IEnumerable<Column> Said(WrittenModel written, double[] scores, int rows)
    {
        (TaskType task, IReadOnlyList<string> classes) = (written.Model.Task, written.Model.Classes);
        if (task == TaskType.Regression) return [new NumericColumn(Prediction, scores)];
        var prediction = new CategoryColumn(Prediction, ModelOutputs.Decide(task, scores, classes.Count, written.Threshold), [.. classes]);
        return task == TaskType.BinaryClassification ? [prediction, new NumericColumn(Score, scores)]
            : [prediction, .. classes.Select((name, code) => new NumericColumn($"{Score}_{name}",
                [.. Enumerable.Range(0, rows).Select(row => scores[(row * classes.Count) + code])]))];
    }
}
