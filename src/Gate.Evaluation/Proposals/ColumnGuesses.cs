using Gate.Data;

namespace Gate.Evaluation.Proposals;

/// <summary>What the columns of unknown data most likely are, by their names and values.</summary>
internal static class ColumnGuesses
{
    // Words that label columns carry in public data sets; whole words of the column's name, best first.
    private static readonly string[] LabelWords = ["target", "label", "outcome", "y", "class", "default", "deny", "denied", "approved",
        "income", "churn", "fraud", "survived", "event", "response", "diagnosis", "price", "wage", "charges"];

    // Attributes that anti-discrimination law commonly protects, in the words that data sets use for them.
    private static readonly string[] SensitiveWords = ["sex", "gender", "race", "ethnicity", "ethnic", "afam", "age", "religion",
        "nationality", "disability", "hispanic", "marital", "pregnant"];

    // Labels whose "yes" is what nobody wishes for: the favourable outcome is then "no".
    private static readonly string[] HarmWords = ["default", "deny", "denied", "denial", "reject", "rejected", "death", "died", "dead",
        "fraud", "churn", "failure", "relapse", "recidivism", "arrest", "arrested"];

    private static readonly string[] IdWords = ["id", "uuid", "guid", "key", "index"];

    private const int MostClasses = 20;

    /// <summary>The label: the column whose name has the best label word, else the last column.</summary>
    public static Column Label(Table table) =>
        LabelWords.SelectMany(word => table.Columns.Where(column => Words(column.Name).Contains(word))).FirstOrDefault()
        ?? table.Columns.Where(column => SplitColumn(table) != column.Name).Last();

    /// <summary>Whether the label's name says that its "yes" is a harm.</summary>
    public static bool IsHarm(string label) => Words(label).Any(word => HarmWords.Contains(word));

    /// <summary>The task that a label suggests: two values binary, text or few whole numbers multiclass, else regression.</summary>
    public static TaskType Task(Column label)
    {
        int classes = label.ToCategories().Codes.Where(code => code >= 0).Distinct().Count();
        if (classes <= 2) return TaskType.BinaryClassification;
        bool few = classes <= MostClasses && classes * 10 <= label.Count;
        return label is CategoryColumn || (few && label.Type is ColumnType.Integer or ColumnType.Boolean)
            ? TaskType.MulticlassClassification : TaskType.Regression;
    }

    /// <summary>Columns that likely name a protected attribute.</summary>
    public static IReadOnlyList<Column> Sensitive(Table table, Column label) =>
        [.. table.Columns.Where(column => column.Name != label.Name && Words(column.Name).Any(word => SensitiveWords.Contains(word)))];

    /// <summary>A column that says train or test row by row, or null.</summary>
    public static string? SplitColumn(Table table) => table.Columns.OfType<CategoryColumn>()
        .FirstOrDefault(column => column.Categories.Length == 2 && column.Categories.All(text => text.ToLowerInvariant() is "train"
            or "test"))?.Name;

    /// <summary>Columns that identify rows and so teach nothing: named like an id, or text that is different in nearly every row.</summary>
    public static IReadOnlyList<string> Identifiers(Table table, Column label) => [.. table.Columns
        .Where(column => column.Name != label.Name)
        .Where(column => column is CategoryColumn text
            ? text.Categories.Length > 0.9 * table.RowCount
            : column.Type == ColumnType.Integer && Words(column.Name).Any(word => IdWords.Contains(word))
            && column.ToCategories().Categories.Length == table.RowCount)
        .Select(column => column.Name)];

    private static string[] Words(string name) =>
        [.. System.Text.RegularExpressions.Regex.Replace(name, "([a-z])([A-Z])", "$1 $2").ToLowerInvariant()
            .Split(['_', '-', '.', ' ', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries)];
}
