using Gate.Data;
using Gate.Evaluation.Misreadings;
using Gate.Evaluation.Results;
using Gate.Wording;

namespace Gate.Evaluation.Proposals;

/// <summary>What the columns of unknown data most likely are, by their names and values.</summary>
internal static class ColumnGuesses
{
    /// <summary>The most groups that are compared without bins.</summary>
    public const int MostGroups = 20;

    private const int MostTexts = 50, MostMarks = 3;

    private const double MostlyDifferent = 0.9;

    private static readonly string[] IdWords = ["id", "ids", "uuid", "guid", "key", "index", "rownames", "rowname"];

    private static readonly string[] WeightNames = ["sampleweight", "sampleweights", "instanceweight", "caseweight", "surveyweight",
        "pweight", "fnlwgt", "finalweight", "iptw", "ipw"];

    /// <summary>The most rows that a weight stands for on average where only <c>weight</c> is its name: more are a body's.</summary>
    private const double MostMeanWeight = 5;

    /// <summary>All columns, in their order.</summary>
    public static IReadOnlyList<GuessedColumn> Of(Table table)
    {
        bool scored = table.Columns.Any(OutputGuesses.IsOutput);
        return [.. table.Columns.Select(column => Of(column, column.ToCategories(), scored))];
    }

    private static GuessedColumn Of(Column column, CategoryColumn values, bool scored)
    {
        string[] words = NameWords.Of(column.Name);
        (Part part, string reason) = column switch
        {
            _ when column.MissingCount == column.Count => (Part.LeftOut, "it has no value"),
            NumericColumn { Values: var all } when !all.Any(double.IsFinite) => (Part.LeftOut, "it has no finite number"),
            _ when scored && OutputGuesses.IsEnd(column) => (Part.Output, "its name is that of an end of an interval"),
            _ when values.Categories.Length == 1 =>
                (Part.LeftOut, column.MissingCount == 0 ? "it is the same in every row" : "it is the same in every row that has a value"),
            _ when OutputGuesses.IsOutput(column) => (Part.Output, "its name says that a model gave it"),
            _ when IsSplit(column, values, words) => (Part.Split,
                column is CategoryColumn ? "its values say train and test" : "its name says that it marks the test rows"),
            NumericColumn numbers when IsWeight(numbers, words, scored) =>
                (Part.Weight, "its name says so, and no value is missing or negative"),
            _ when Words.IsProtected(words) && !Words.IsLabel(words) => (Part.Protected, "it is named like a protected attribute"),
            CategoryColumn texts when Words.TellPeopleApart(texts.Categories) => (Part.Protected, "its values tell people apart"),
            _ => LeftOut(column, values, words) is { } why ? (Part.LeftOut, why) : (Part.Ordinary, ""),
        };
        return new(column, values, part, reason);
    }

    private static bool IsSplit(Column column, CategoryColumn values, string[] words)
    {
        if (values.Categories.Length > MostMarks) return false;
        string[] marks = [.. values.Categories.Select(text => text.ToLowerInvariant())];
        if (marks.Contains("train") && marks.Contains("test"))
            return marks.All(text => text is "train" or "test" or "valid" or "val" or "validation" or "dev");
        return column.MissingCount == 0 && marks is ["0", "1"] or ["false", "true"]
            && words is ["test"] or ["is", "test"] or ["in", "test"];
    }

    private static bool IsWeight(NumericColumn column, string[] words, bool scored)
    {
        string name = string.Concat(words);
        bool named = WeightNames.Contains(name), plain = name is "weight" or "weights" or "w" or "wt" or "wgt";
        if ((!named && !plain) || column.MissingCount > 0) return false;
        double sum = column.Values.Sum();
        // A body has a weight too.
        bool small = column.Type == ColumnType.Real && sum / column.Count <= MostMeanWeight;
        return column.Values.All(value => double.IsFinite(value) && value >= 0) && sum > 0
            && (named || scored || (small && name is "weight" or "weights"));
    }

    private static string? LeftOut(Column column, CategoryColumn values, string[] words)
    {
        int different = values.Categories.Length;
        if (column.Type is ColumnType.Date or ColumnType.Timestamp) return "it is a date or a time, by which rows are told apart";
        if (column is NumericColumn numbers)
        {
            bool named = words.Any(IdWords.Contains) || column.Name is "column0" or "X";
            return column.Type == ColumnType.Integer && (named || Counts(numbers)) && different == column.Count
                ? "a different whole number in every row, as an identifier is" : null;
        }
        if (different > MostGroups && WrittenForm.Of(values) is var (form, _, example))
            return $"{form.What}, such as '{Shown.Of(example)}', are read as texts without an order";
        if (different > MostlyDifferent * (column.Count - column.MissingCount))
            return "a different text in nearly every row, as an identifier or a name is";
        return different > MostTexts ? $"{NumberText.Count(different)} different texts: a model would learn single rows" : null;
    }

    /// <summary>Whether it numbers the rows one after the other.</summary>
    private static bool Counts(NumericColumn column)
    {
        for (int row = 1; row < column.Count; row++) if (column.Values[row] != column.Values[row - 1] + 1) return false;
        return column.Count > 1 && column.MissingCount == 0;
    }
}
