using System.Globalization;
using Gate.Data;
using Gate.Wording;

namespace Gate.Models.Predictions;

/// <summary>What a data set says that a model predicted, one entry a row. What the columns do not hold is null.</summary>
/// <param name="Labels">Predicted class codes; null for regression or when there are only scores.</param>
/// <param name="Scores">Binary: the score of the positive class, one a row. Multiclass: row-major, rows × classes. Null for regression or
/// when there are only labels.</param>
/// <param name="Values">Predicted values; null for classification.</param>
public sealed record PredictionSet(int[]? Labels, double[]? Scores, double[]? Values);

/// <summary>Reads predictions from the columns of a table, and refuses what no metric could use.</summary>
public static class PredictionColumns
{
    /// <summary>Reads the prediction and score columns.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="task">What is predicted.</param>
    /// <param name="classes">The classes by code; for a binary task [negative, positive]; empty for regression.</param>
    /// <param name="prediction">The column of predicted classes or values, or null.</param>
    /// <param name="scores">The columns of scores: one for a binary task (the positive class) or one per class in the order of
    /// <paramref name="classes"/>; empty for none.</param>
    /// <exception cref="ModelException">A column is absent, holds missing or infinite values, text where numbers are needed, or a class
    /// that is none.</exception>
    public static PredictionSet Read(Table table, TaskType task, IReadOnlyList<string> classes, string? prediction,
        IReadOnlyList<string> scores)
    {
        if (task == TaskType.Regression)
        {
            if (scores.Count > 0)
                throw new ModelException("a regression has predictions and no scores; name the column of predicted values as 'prediction'");
            if (prediction is null) throw new ModelException("a regression needs the column of predicted values; name it as 'prediction'");
            return new(null, null, Numbers(table, prediction, "predictions"));
        }
        if (prediction is null && scores.Count == 0)
            throw new ModelException("neither a prediction nor a score column is named; a classification needs one of them");
        int[]? labels = prediction is null ? null : Labels(Find(table, prediction), classes);
        return new(labels, scores.Count == 0 ? null : Scores(table, task, classes, scores), null);
    }

    private static double[] Scores(Table table, TaskType task, IReadOnlyList<string> classes, IReadOnlyList<string> names)
    {
        bool binary = task == TaskType.BinaryClassification;
        if (binary && names.Count == 1) return Numbers(table, names[0], "scores");
        if (names.Count != classes.Count)
        {
            string wanted = binary ? "one score column (of the positive class), or two" : $"one score column per class ({classes.Count})";
            throw new ModelException($"there are {names.Count} score columns; expected {wanted}, in the order of the classes: "
                + $"{string.Join(", ", classes)}");
        }
        double[][] columns = [.. names.Select(name => Numbers(table, name, "scores"))];
        if (binary) return columns[1];
        var scores = new double[table.RowCount * columns.Length];
        for (int k = 0; k < columns.Length; k++)
            for (int row = 0; row < table.RowCount; row++) scores[row * columns.Length + k] = columns[k][row];
        return scores;
    }

    private static double[] Numbers(Table table, string name, string what)
    {
        Column column = Find(table, name);
        if (column is not NumericColumn numeric)
        {
            if (column.MissingCount == column.Count)
                throw new ModelException($"column '{name}' has no values at all, but {what} are needed in every row");
            int row = Array.FindIndex(((CategoryColumn)column).Codes, code => code >= 0);
            string text = Text((CategoryColumn)column, row);
            throw new ModelException($"column '{name}' holds text ('{text}' in row {row + 1}), but {what} are numbers{Hint(text)}");
        }
        RequireEach(column, row => !column.IsMissing(row) && !double.IsNaN(numeric.Values[row]), "missing or not a number", what);
        RequireEach(column, row => double.IsFinite(numeric.Values[row]), "infinite", what);
        return numeric.Values;
    }

    private static string Hint(string text) => text.Contains(',', StringComparison.Ordinal) && TryNumber(text.Replace(',', '.'), out _)
        ? "; if it has a decimal comma, write it with a point, or read the file by sql with read_csv('…', decimal_separator = ',')"
        : "";

    private static int[] Labels(Column column, IReadOnlyList<string> classes)
    {
        CategoryColumn texts = column.ToCategories();
        RequireEach(column, row => texts.Codes[row] >= 0, "missing", "predicted classes");
        int[] map = Array.ConvertAll(texts.Categories, text => ClassOf(text, classes));
        int unknown = Array.FindIndex(texts.Codes, code => map[code] < 0);
        if (unknown >= 0)
        {
            string text = Text(texts, unknown);
            int others = texts.Codes.Count(code => map[code] < 0) - 1;
            string more = others == 0 ? "" : others == 1 ? " and 1 more row" : $" and {others} more rows";
            throw new ModelException($"column '{column.Name}' predicts '{text}' in row {unknown + 1}{more}, which is none of the "
                + $"classes{NearestName.Hint(text, classes)}");
        }
        return Array.ConvertAll(texts.Codes, code => map[code]);
    }

    /// <summary>The class that a text names: the same text, or else the same number (<c>1</c> and <c>1.0</c>); -1 for none.</summary>
    private static int ClassOf(string text, IReadOnlyList<string> classes)
    {
        for (int code = 0; code < classes.Count; code++)
            if (string.Equals(classes[code], text, StringComparison.Ordinal)) return code;
        if (!TryNumber(text, out double number)) return -1;
        for (int code = 0; code < classes.Count; code++)
            if (TryNumber(classes[code], out double other) && other == number) return code;
        return -1;
    }

    private static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static void RequireEach(Column column, Func<int, bool> isGood, string fault, string what)
    {
        int first = -1, count = 0;
        for (int row = 0; row < column.Count; row++)
        {
            if (isGood(row)) continue;
            if (count++ == 0) first = row;
        }
        if (count == 0) return;
        string rows = count == 1 ? "1 row" : $"{count} rows";
        throw new ModelException($"column '{column.Name}' is {fault} in {rows} (first: row {first + 1}); {what} are needed in every row: "
            + "correct them or filter these rows out");
    }

    private static string Text(CategoryColumn column, int row) => column.Categories[column.Codes[row]];

    private static Column Find(Table table, string name) => table.TryGet(name, out Column? column)
        ? column
        : throw new ModelException(
            $"no column is called '{name}', from which predictions were to be read{NearestName.Hint(name, table.Names)}");
}
