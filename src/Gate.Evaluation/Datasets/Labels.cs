using System.Globalization;
using Gate.Data;

namespace Gate.Evaluation.Datasets;

/// <summary>Reads the label column: class names in a settled order, codes or values row by row.</summary>
internal static class Labels
{
    private static readonly string[] PlainPositives = ["1", "true", "yes"];

    /// <summary>The classes that occur in the label of one or two tables; for a binary task [negative, positive].</summary>
    public static IReadOnlyList<string> Classes(TaskType task, string label, string? positive, IReadOnlyList<Table> tables)
    {
        if (task == TaskType.Regression) return [];
        CategoryColumn[] columns = [.. tables.Select(table => table[label].ToCategories())];
        var present = new List<string>();
        foreach (CategoryColumn column in columns)
        {
            var seen = new bool[column.Categories.Length];
            foreach (int code in column.Codes) if (code >= 0) seen[code] = true;
            present.AddRange(column.Categories.Where((_, code) => seen[code]));
        }
        string[] classes = [.. Ordered(present.Distinct(StringComparer.Ordinal))];
        if (classes.Length < 2)
            throw new DataException(classes.Length == 0
                ? $"the label '{label}' has no value at all; name the right column in data.label, or check the file and data.where"
                : $"the label '{label}' has one class only ('{classes[0]}'); nothing can be told apart. Check data.where and the file");
        return task == TaskType.BinaryClassification ? Binary(label, positive, classes) : classes;
    }

    /// <summary>Codes (classification) or values (regression) of a table's label; every row must have one.</summary>
    public static LabelValues Values(TaskType task, string label, IReadOnlyList<string> classes, Table table)
    {
        Column column = table[label];
        if (column.MissingCount > 0)
            throw new DataException($"the label '{label}' is missing in {column.MissingCount} of {column.Count} rows, first in row "
                + $"{FirstRow(column.Count, column.IsMissing)}; correct the file or leave such rows out with data.where: '\"{label}\" IS "
                + "NOT NULL'");
        if (task == TaskType.Regression) return new(null, Numbers(column, label));
        CategoryColumn categories = column.ToCategories();
        var map = Array.ConvertAll(categories.Categories, text => IndexOf(classes, text));
        return new(Array.ConvertAll(categories.Codes, code => map[code]), null);
    }

    /// <summary>The index of a class by its text; numbers are equal when their values are ("1" and "1.0"), booleans in any case. -1 when
    /// there is none.</summary>
    public static int IndexOf(IReadOnlyList<string> classes, string text)
    {
        for (int i = 0; i < classes.Count; i++) if (classes[i] == text) return i;
        // A label of booleans reads "true" and "false" however its file spells them (True, TRUE).
        if (classes.All(name => name is "true" or "false") && bool.TryParse(text, out bool flag))
            return classes.ToList().IndexOf(flag ? "true" : "false");
        if (!Number(text, out double value)) return -1;
        for (int i = 0; i < classes.Count; i++) if (Number(classes[i], out double other) && other == value) return i;
        return -1;
    }

    private static string[] Binary(string label, string? positive, string[] classes)
    {
        if (classes.Length > 2)
            throw new DataException(
                $"the label '{label}' has {classes.Length} classes "
                + $"({string.Join(", ", classes.Take(6).Select(c => $"'{c}'"))}{(classes.Length > 6 ? ", …" : "")}) but the task is "
                + "binary_classification; use task: multiclass_classification, or keep two of them with data.where"
                + (classes.DistinctBy(text => text.Trim().ToUpperInvariant(), StringComparer.Ordinal).Count() == classes.Length ? "" :
                    ". Some of them differ only in case or in spaces around them: give them one spelling in data.source with sql, such as "
                    + $"trim(\"{label.Replace("\"", "\"\"", StringComparison.Ordinal)}\")"));
        int index = positive is null
            ? PlainPositive(classes)
            : IndexOf(classes, positive);
        if (index < 0 && positive is not null)
            throw new DataException($"data.positive: the class '{positive}' does not occur in the label '{label}'; its classes are "
                + $"'{classes[0]}' and '{classes[1]}'") { PolicyKey = "data.positive" };
        if (index < 0)
            throw new DataException($"data.positive: which class of '{label}' is the favourable outcome? Add data.positive: "
                + $"'{classes[0]}' or '{classes[1]}'") { PolicyKey = "data.positive" };
        return [classes[1 - index], classes[index]];
    }

    /// <summary>The class that says itself that it is the positive one; -1 where none does. Of two numbers, 1 says so beside 0 and -1 only:
    /// of 1 and 2 either may be meant.</summary>
    private static int PlainPositive(string[] classes)
    {
        int index = Array.FindIndex(classes, text => PlainPositives.Contains(text, StringComparer.OrdinalIgnoreCase));
        if (index < 0 || classes[index] != "1" || !Number(classes[1 - index], out double other)) return index;
        return other is 0 or -1 ? index : -1;
    }

    private static IEnumerable<string> Ordered(IEnumerable<string> texts)
    {
        string[] all = [.. texts];
        return all.All(text => Number(text, out _))
            ? all.OrderBy(text => double.Parse(text, CultureInfo.InvariantCulture))
            : all.Order(StringComparer.Ordinal);
    }

    private static double[] Numbers(Column column, string label)
    {
        if (column is not NumericColumn numbers)
            throw new DataException($"the label '{label}' is text, but the task is regression; name a numeric column in data.label, or set "
                + "task to binary_classification or multiclass_classification");
        int bad = Array.FindIndex(numbers.Values, value => !double.IsFinite(value));
        if (bad >= 0)
            throw new DataException($"the label '{label}' is {numbers.Values[bad].ToString(CultureInfo.InvariantCulture)} in row "
                + $"{bad + 1}; correct the file or leave the row out with data.where");
        return numbers.Values;
    }

    private static int FirstRow(int count, Func<int, bool> test) => Enumerable.Range(0, count).First(test) + 1;

    private static bool Number(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}
