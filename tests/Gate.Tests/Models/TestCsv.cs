using System.Globalization;
using Gate.Data;

namespace Gate.Tests.Models;

/// <summary>A small reader of the reference files, so that tests of learners need no DuckDB: a column of numbers only is numeric, an empty
/// field is missing.</summary>
internal static class TestCsv
{
    public static Table Read(string path)
    {
        string[][] rows = [.. File.ReadLines(path).Select(Fields)];
        string[] header = rows[0];
        var columns = new List<Column>();
        for (int c = 0; c < header.Length; c++) columns.Add(ToColumn(header[c], [.. rows.Skip(1).Select(row => row[c])]));
        return new Table(columns);
    }

    /// <summary>Numbers when every text that is not empty is one, categories otherwise; empty is missing.</summary>
    public static Column ToColumn(string name, string[] texts)
    {
        var values = new double[texts.Length];
        bool numeric = true;
        for (int i = 0; i < texts.Length && numeric; i++)
        {
            if (texts[i].Length == 0) values[i] = double.NaN;
            else numeric = double.TryParse(texts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out values[i]);
        }
        bool[]? missing = texts.Contains("") ? Array.ConvertAll(texts, text => text.Length == 0) : null;
        if (numeric) return new NumericColumn(name, values, ColumnType.Real, missing);
        string[] categories = [.. texts.Where(text => text.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        return new CategoryColumn(name,
            Array.ConvertAll(texts, text => text.Length == 0 ? -1 : Array.BinarySearch(categories, text, StringComparer.Ordinal)),
            categories);
    }

    private static string[] Fields(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal)) return line.Split(',');
        var fields = new List<string>();
        var field = new System.Text.StringBuilder();
        bool quoted = false;
        foreach (char c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else field.Append(c);
        }
        fields.Add(field.ToString());
        return [.. fields];
    }
}
