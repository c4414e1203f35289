using Gate.Data;

namespace Gate.Evaluation.Proposals;

/// <summary>Which column is the label: points for its name, place, values and balance. Where the best has few, or another is near, nothing
/// is taken.</summary>
internal static class LabelGuess
{
    /// <summary>The fewest points that are taken for an answer, and how far the second must lie behind.</summary>
    public const int Enough = 5, Ahead = 2;

    private const int MostClasses = 20, MostCodes = 3;

    // The rarest class of a label that can be learned.
    private const double LeastShare = 0.005;

    /// <summary>The candidates, the likeliest first.</summary>
    /// <param name="columns">All columns of the table, since the reasons speak of it.</param>
    /// <param name="file">The file's name.</param>
    public static IReadOnlyList<LabelCandidate> Candidates(IReadOnlyList<GuessedColumn> columns, string file)
    {
        GuessedColumn[] ordinary = [.. columns.Where(column => column.Part == Part.Ordinary && column.CanBeNamed
            && !Words.IsPlace(NameWords.Of(column.Name)))];
        (Places among, Places inTable) = (Places.Of(ordinary), Places.Of(columns));
        string[] called = NameWords.Of(Path.GetFileNameWithoutExtension(file));
        return [.. ordinary.Select(column => Of(column, among, inTable, called)).OrderByDescending(candidate => candidate.Points)];
    }

    /// <summary>The label, or null where it is not clear.</summary>
    public static LabelCandidate? Clear(IReadOnlyList<LabelCandidate> candidates) => candidates switch
    {
        [] => null,
        [{ Points: >= Enough } only] => only,
        [{ Points: >= Enough } best, var second, ..] when best.Points - second.Points >= Ahead => best,
        _ => null,
    };

    private static LabelCandidate Of(GuessedColumn column, Places among, Places inTable, string[] file)
    {
        int classes = column.Values.Categories.Length;
        (int points, bool isNamed, List<string> reasons) = (0, false, []);
        void Add(int more, string reason)
        {
            points += more;
            if (more > 0) reasons.Add(reason);
        }
        string[] words = NameWords.Of(column.Name);
        // A number of arrests, unlike an arrest, is no event.
        bool hasClasses = classes <= (column.Column is CategoryColumn ? MostClasses : MostCodes);
        if (file.Any(word => NameWords.Same(word, string.Concat(words)))) Add(2, "the file is called like it");
        if (Words.IsLabel(words)) Add(6, "its name says that it is a label");
        else if (Words.IsEvent(words) && hasClasses) Add(5, "its name is that of an event");
        else if (Words.IsOutcome(words)) Add(3, "its name is often that of an outcome");
        else if (classes == 2 && words is ["income"]) Add(4, "two bands of income");
        isNamed = points > 0;
        if (Words.IsCounted(words)) Add(-4, "");
        if (classes == 2) Values(column.Values, Add);
        // Columns of another part are no rivals, but a reader of the table sees them.
        string In(GuessedColumn? whole) => whole == column ? "" : " that may be the label";
        if (among.OnlyOfTwo == column) Add(2, $"the only column of two values{In(inTable.OnlyOfTwo)}");
        if (among.Last == column) Add(2, $"the last column{In(inTable.Last)}");
        else if (among.First == column) Add(1, $"the first column{In(inTable.First)}");
        // Where a column stands and what it holds never decide alone: the last column of two values is as often a feature.
        return new(column.Name, string.Join("; ", reasons), isNamed ? points : Math.Min(points, Enough - 1));
    }

    private static void Values(CategoryColumn column, Action<int, string> add)
    {
        bool telling = column.Categories.All(Words.IsTelling);
        double rare = column.Codes.Count(code => code == 0) / (double)(column.Count - column.MissingCount);
        add(telling ? 3 : 1, telling ? $"its values are '{column.Categories[0]}' and '{column.Categories[1]}'" : "two values");
        if (Math.Min(rare, 1 - rare) < LeastShare) add(-2, "");
    }

    /// <summary>Which of several columns are the first, the last, and the only one of two values.</summary>
    private sealed record Places(GuessedColumn? First, GuessedColumn? Last, GuessedColumn? OnlyOfTwo)
    {
        public static Places Of(IReadOnlyList<GuessedColumn> columns)
        {
            GuessedColumn[] ofTwo = [.. columns.Where(column => column.Values.Categories.Length == 2).Take(2)];
            return new(columns is [var first, ..] ? first : null, columns is [.., var last] ? last : null,
                ofTwo is [var only] ? only : null);
        }
    }
}
