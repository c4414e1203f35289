using Gate.Data;
using Gate.Evaluation.Candidates;
using Gate.Evaluation.Inputs;
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

    /// <summary>Scores a file block by block: memory is taken for a block of rows, whatever their number.</summary>
    /// <param name="model">The path of the model.</param>
    /// <param name="data">The rows; every column that the model reads must be there, a label need not.</param>
    /// <param name="keep">Columns of the rows that are carried over, in this order.</param>
    /// <param name="block">Takes the scores of a block in the order of the rows: the columns that are kept, <c>prediction</c>, and for a
    /// classifier the probabilities: what a policy reads as predictions. All blocks have the same columns of the same types.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>The number of rows.</returns>
    /// <exception cref="ModelException">The model cannot be read, or does not take the rows.</exception>
    /// <exception cref="DataException">The rows cannot be read, or lack a column that is kept.</exception>
    public static long Run(string model, SourceOptions data, IReadOnlyList<string> keep, Action<Table> block, IRunProgress progress,
        CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(keep);
        ArgumentNullException.ThrowIfNull(block);
        progress.Begin($"loading {model}");
        using WrittenModel written = WrittenModel.Load(model, data.Threads, cancel);
        progress.Begin($"reading {string.Join(", ", data.Paths)}");
        string[] names = [.. TableReader.Describe(data).Select(column => column.Name)];
        RequireKept(keep, names, [.. Said(written, [], 0).Select(column => column.Name)]);
        foreach (string feature in written.Model.Features.Except(names))
            throw new ModelException($"{model} reads the column '{Shown.Of(feature)}', which the data do not have"
                + NearestName.Hint(feature, names));
        long rows = 0;
        progress.Begin($"scoring {string.Join(", ", data.Paths)}");
        TableReader.ReadBlocks(data, [.. keep.Union(written.Model.Features)], read =>
        {
            double[] scores = written.Model.Score(read, cancel);
            ModelOutputs.RequireFinite(scores, read.RowCount, "row", rows);
            rows += read.RowCount;
            block(new([.. keep.Select(name => read[name]), .. Said(written, scores, read.RowCount)]));
        }, progress: new ReadReport(progress), cancel: cancel);
        return rows;
    }

    private static void RequireKept(IReadOnlyList<string> keep, string[] names, string[] said)
    {
        foreach (string name in keep)
        {
            if (!names.Contains(name))
                throw new DataException($"--keep {Shown.Of(name)}: the data have no such column{NearestName.Hint(name, names)}");
            if (said.Contains(name))
                throw new DataException($"--keep {Shown.Of(name)}: the scores have a column of this name; rename it in the data");
        }
        if (keep.Distinct(StringComparer.Ordinal).Count() < keep.Count) throw new DataException("--keep names a column twice");
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
