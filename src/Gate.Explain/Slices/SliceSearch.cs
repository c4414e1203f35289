using System.Numerics;
using Gate.Data;

namespace Gate.Explain.Slices;

/// <summary>How slices are searched.</summary>
/// <param name="MinRows">A slice has at least so many of the searched rows.</param>
/// <param name="Most">At most so many slices are told.</param>
public sealed record SliceSearchOptions(int MinRows = 30, int Most = 10);

/// <summary>
/// Searches rows that have given values in up to three columns for those whose mean loss lies farthest above that of all rows, in standard
/// errors (Chung and others 2019, Slice Finder; Pastor and others 2021, DivExplorer). What is found is chosen because it looks bad, so how
/// bad it is has to be measured on other rows.
/// </summary>
public static class SliceSearch
{
    /// <summary>Slices have up to so many columns.</summary>
    public const int MostTerms = 3;

    // Values of a column beyond the commonest, values in all, and slices that are cut further: what bounds the time.
    private const int MostValues = 12, MostLiterals = 400, Beam = 600;
    // A slice that shares more than this of its rows with one that is told already says the same again.
    private const double MostShared = 0.5;

    /// <summary>Searches.</summary>
    /// <param name="columns">The columns; <see cref="SliceColumns.Of"/> makes them.</param>
    /// <param name="losses">The loss of each row, finite.</param>
    /// <param name="options">How it is searched.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>The slices, the highest score first, none with half of its rows in one before it; and how many were looked at.</returns>
    public static (IReadOnlyList<FoundSlice> Slices, int Searched) Find(IReadOnlyList<CategoryColumn> columns, double[] losses,
        SliceSearchOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(losses);
        ArgumentNullException.ThrowIfNull(options);
        var sums = new LossSums(losses);
        if (sums.Deviation == 0) return ([], 0);
        Cut[] literals = [.. columns.SelectMany((column, index) => Literals(column, index, sums, options.MinRows))
            .OrderByDescending(cut => cut.Score).Take(MostLiterals)];
        var all = new List<Cut>(literals);
        int searched = literals.Length;
        Cut[] level = literals;
        for (int terms = 2; terms <= MostTerms; terms++)
        {
            var next = new List<Cut>();
            foreach (Cut cut in level)
            {
                cancel.ThrowIfCancellationRequested();
                // Each set of values once: those of later columns are added.
                foreach (Cut literal in literals.Where(literal => literal.Columns[0] > cut.Columns[^1]))
                {
                    searched++;
                    if (Joined(cut, literal, sums, options.MinRows) is { } joined) next.Add(joined);
                }
            }
            level = [.. next.OrderByDescending(cut => cut.Score).Take(Beam)];
            all.AddRange(level);
        }
        return ([.. Distinct(all, options.Most).Select(cut => Told(cut, columns))], searched);
    }

    private static IEnumerable<Cut> Literals(CategoryColumn column, int index, LossSums sums, int least)
    {
        foreach (IGrouping<int, int> value in Enumerable.Range(0, column.Codes.Length).GroupBy(row => column.Codes[row])
            .Where(value => value.Count() >= least && value.Count() < column.Codes.Length).OrderByDescending(value => value.Count())
            .Take(MostValues))
        {
            var rows = new ulong[(column.Codes.Length + 63) / 64];
            foreach (int row in value) rows[row / 64] |= 1UL << row % 64;
            (int count, double mean) = sums.Of(rows);
            yield return new([index], [value.Key], rows, count, mean, sums.Score(count, mean));
        }
    }

    private static Cut? Joined(Cut cut, Cut literal, LossSums sums, int least)
    {
        var rows = new ulong[cut.Rows.Length];
        int count = 0;
        for (int i = 0; i < rows.Length; i++) count += BitOperations.PopCount(rows[i] = cut.Rows[i] & literal.Rows[i]);
        // One more value that parts nothing off says nothing more.
        if (count < least || count == cut.Count || count == literal.Count) return null;
        (_, double mean) = sums.Of(rows);
        return new([.. cut.Columns, .. literal.Columns], [.. cut.Codes, .. literal.Codes], rows, count, mean, sums.Score(count, mean));
    }

    private static List<Cut> Distinct(List<Cut> all, int most)
    {
        var told = new List<Cut>();
        foreach (Cut cut in all.Where(cut => cut.Score > 0).OrderByDescending(cut => cut.Score).ThenBy(cut => cut.Columns.Length))
        {
            if (told.Count == most) break;
            if (told.TrueForAll(before => Shared(cut, before) <= MostShared * Math.Min(cut.Count, before.Count))) told.Add(cut);
        }
        return told;
    }

    private static int Shared(Cut first, Cut second)
    {
        int shared = 0;
        for (int i = 0; i < first.Rows.Length; i++) shared += BitOperations.PopCount(first.Rows[i] & second.Rows[i]);
        return shared;
    }

    private static FoundSlice Told(Cut cut, IReadOnlyList<CategoryColumn> columns) => new([.. cut.Columns.Zip(cut.Codes,
        (column, code) => new SliceTerm(columns[column].Name, code, SliceColumns.Text(columns[column], code)))],
        cut.Count, cut.Mean, cut.Score);

    /// <summary>A slice while it is searched: its columns ascending, their values, and its rows as bits.</summary>
    private sealed record Cut(int[] Columns, int[] Codes, ulong[] Rows, int Count, double Mean, double Score);
}
