using System.Globalization;
using Gate.Data;
using Gate.Evaluation.Results;
using Gate.Wording;

namespace Gate.Evaluation.Misreadings;

/// <summary>Features from which nothing can be learned as they are read: numbers and dates as texts, identifiers, free text.</summary>
internal static class FeatureReadings
{
    /// <summary>From this number of categories on, a model that gets one column for each learns the rows and not the number.</summary>
    private const int MostCategories = 20;

    /// <summary>The share of different values from which on a column says which row it is.</summary>
    private const double MostlyDifferent = 0.5;

    private const int FewestRows = 50, WordsOfProse = 3, MostMarks = 3, FewestNumbers = 10;

    public static IEnumerable<Misreading> Of(UsedColumns used) =>
        used.Features.Select(column => Of(column, used.File)).OfType<Misreading>();

    private static Misreading? Of(Column column, string file) => column switch
    {
        CategoryColumn { Type: ColumnType.Text } texts => MarkedMissing(texts) ?? Written(texts, file) ?? Different(texts),
        NumericColumn { Type: ColumnType.Integer } numbers when IsIdentifier(numbers) => new(
            $"'{Shown.Of(column.Name)}' is a different whole number in each of {NumberText.Count(column.Count)} rows, as a number of the "
            + $"row is: if it only says which row it is, {Exclude(column)}.", false),
        _ => null,
    };

    /// <summary>Numbers but for a few texts that probably stand for a missing value, such as <c>n/a</c>.</summary>
    private static Misreading? MarkedMissing(CategoryColumn column)
    {
        long[] rows = CategoryRows.Of(column);
        int[] present = [.. Enumerable.Range(0, rows.Length).Where(code => rows[code] > 0)];
        int[] marks = [.. present.Where(code => !WrittenForm.IsNumber(column.Categories[code])).OrderByDescending(code => rows[code])];
        int numbers = present.Length - marks.Length;
        long marked = marks.Sum(code => rows[code]), all = present.Sum(code => rows[code]);
        if (marks.Length is 0 or > MostMarks || numbers < FewestNumbers || marked * 2 > all) return null;
        string[] texts = [.. marks.Select(code => Shown.Of(column.Categories[code]))];
        string others = string.Join(", ", texts.Zip(marks, (text, code) => $"'{text}' ({NumberText.Count(rows[code])})"));
        return new($"'{Shown.Of(column.Name)}': {NumberText.Count(all - marked)} of {NumberText.Count(all)} values are numbers and the "
            + $"others {others}, so a model gets all of them as {NumberText.Count(present.Length)} texts without an order; if "
            + $"{(texts.Length == 1 ? "it stands" : "they stand")} for a missing value, write "
            + $"'na_values: [{string.Join(", ", texts.Select(text => $"\"{text}\""))}]' in data, or {Exclude(column)}.",
            numbers > MostCategories);
    }

    private static Misreading? Written(CategoryColumn column, string file)
    {
        if (WrittenForm.Of(column) is not var (form, rows, example)) return null;
        int categories = CategoryRows.Of(column).Count(count => count > 0);
        string name = $"\"{column.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        return new($"'{Shown.Of(column.Name)}': {NumberText.Count(rows)} of {NumberText.Count(column.Count - column.MissingCount)} values "
            + $"are {form.What} (such as '{Shown.Of(example)}'), so a model gets them as {NumberText.Count(categories)} texts without an "
            + $"order; {Exclude(column)}, or read it by data.source with sql: SELECT "
            + $"{string.Format(CultureInfo.InvariantCulture, form.Remedy, name, file)}", categories > MostCategories);
    }

    private static Misreading? Different(CategoryColumn column)
    {
        long[] rows = CategoryRows.Of(column);
        int present = column.Count - column.MissingCount, different = rows.Count(count => count > 0);
        if (present < FewestRows || different < MostlyDifferent * present) return null;
        int first = Array.FindIndex(rows, count => count > 0);
        bool prose = Enumerable.Range(0, rows.Length).Where(code => rows[code] > 0)
            .Average(code => column.Categories[code].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length) >= WordsOfProse;
        return new($"'{Shown.Of(column.Name)}' has {NumberText.Count(different)} different texts in {NumberText.Count(present)} rows (such "
            + $"as '{Shown.Of(column.Categories[first])}'), like {(prose ? "free text" : "an identifier")}: a model gets a column for each "
            + $"and learns single rows; {Exclude(column)}.", false);
    }

    private static string Exclude(Column column) => $"leave it out with 'features: {{ exclude: [{Shown.Of(column.Name)}] }}'";

    /// <summary>Whole numbers, each once, that are one apart or whose name says that they identify.</summary>
    private static bool IsIdentifier(NumericColumn column)
    {
        if (column.Count < FewestRows || column.MissingCount > 0) return false;
        double range = column.Values.Max() - column.Values.Min();
        bool named = column.Name.Equals("id", StringComparison.OrdinalIgnoreCase)
            || column.Name.EndsWith("_id", StringComparison.OrdinalIgnoreCase) || column.Name.EndsWith("Id", StringComparison.Ordinal);
        return (named || range < 2.0 * column.Count) && column.Values.Distinct().Count() == column.Count;
    }
}
