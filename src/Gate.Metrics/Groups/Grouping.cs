using Gate.Data;

namespace Gate.Metrics.Groups;

/// <summary>
/// Rows sorted into groups by the values of sensitive columns, within the levels of control columns.
/// A missing value is the group <see cref="MissingName"/>. Only combinations that occur are groups; they are ordered by
/// control level, then by the display order of each column's categories.
/// </summary>
public sealed class Grouping
{
    /// <summary>The name of the group whose sensitive value is missing.</summary>
    public const string MissingName = "(missing)";

    private readonly int controls;
    private readonly int threads;
    private int[]? codes;
    private RowCodes? rowCodes;
    private Named? named;

    private Grouping(IReadOnlyList<string> by, IReadOnlyList<string> control, Named named)
    {
        Columns = new GroupColumns([], 0);
        (By, Control, this.named, HasRows) = (by, control, named, false);
    }

    private Grouping(IReadOnlyList<CategoryColumn> by, IReadOnlyList<CategoryColumn> control, int rows, int threads)
    {
        Columns = new GroupColumns([.. control, .. by], rows);
        (By, Control, controls, this.threads) = ([.. by.Select(column => column.Name)], [.. control.Select(column => column.Name)],
            control.Count, threads);
    }

    /// <summary>The sensitive columns.</summary>
    public IReadOnlyList<string> By { get; }

    /// <summary>The control columns; empty when there is no control.</summary>
    public IReadOnlyList<string> Control { get; }

    /// <summary>Whether it is of rows, and not only of names.</summary>
    public bool HasRows { get; } = true;

    /// <summary>One group index a row.</summary>
    /// <exception cref="InvalidOperationException">It was made without rows.</exception>
    public int[] Codes => codes ??= RowCodes.ToArray();

    /// <summary>The groups by index.</summary>
    public IReadOnlyList<GroupKey> Groups => Names.Groups;

    /// <summary>The values of each control level; one level without values when there is no control.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Levels => Names.Levels;

    /// <summary>The columns behind the groups.</summary>
    internal GroupColumns Columns { get; }

    /// <summary>Whether it is known which groups there are. A pass over rows that finds it out on its way spares another one.</summary>
    internal bool IsResolved => named is not null;

    /// <summary>The codes in one byte a row where there are few groups: a quarter of the memory that a pass has to read. Made when first
    /// asked for.</summary>
    internal RowCodes RowCodes
    {
        get
        {
            if (rowCodes is { } made) return made;
            if (!HasRows) throw new InvalidOperationException("the grouping was made without rows, so no row has a group");
            (RowCodes found, long[] present) = RowCodes.Of(Columns, threads);
            if (named is null) Resolve(present);
            return rowCodes = found;
        }
    }

    private Named Names
    {
        get
        {
            if (named is null) _ = RowCodes;
            return named!;
        }
    }

    /// <summary>Sorts rows into groups.</summary>
    /// <param name="by">Sensitive columns of equal length; several form intersections. None: one group of all rows (per level).</param>
    /// <param name="control">Control columns of the same length, or none.</param>
    /// <param name="rows">The number of rows (needed when there are no columns).</param>
    /// <param name="threads">How many threads may work; 0 for all cores. The outcome does not depend on it.</param>
    /// <exception cref="DataException">The columns' values have more combinations than can be counted.</exception>
    public static Grouping Create(IReadOnlyList<CategoryColumn> by, IReadOnlyList<CategoryColumn> control, int rows, int threads = 0)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(control);
        return new Grouping(by, control, rows, threads);
    }

    /// <summary>Sorts rows into groups by texts.</summary>
    /// <param name="by">At least one sensitive column with one text a row, null where it is missing; several form intersections.</param>
    /// <exception cref="ArgumentException">There is no column, or one has another length than the first.</exception>
    public static Grouping OfTexts(params IReadOnlyList<(string Column, IReadOnlyList<string?> Values)> by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (by.Count == 0) throw new ArgumentException("groups need at least one column", nameof(by));
        int rows = by[0].Values.Count;
        foreach ((string column, IReadOnlyList<string?> values) in by)
            if (values.Count != rows)
                throw new ArgumentException($"'{column}' has {values.Count} rows and '{by[0].Column}' has {rows}", nameof(by));
        return Create([.. by.Select(one => CategoryColumn.Of(one.Column, one.Values))], [], rows);
    }

    /// <summary>Names the groups of rows that were counted elsewhere; see <see cref="GatheredCounts"/>.</summary>
    /// <param name="by">The sensitive columns.</param>
    /// <param name="control">The control columns, or none.</param>
    /// <param name="levels">The values of each control level; one level without values when there is no control.</param>
    /// <param name="groups">The groups by index: those of one level stand together, in the order of levels.</param>
    /// <exception cref="ArgumentException">The groups do not fit the columns and levels, or one stands there twice.</exception>
    public static Grouping Of(IReadOnlyList<string> by, IReadOnlyList<string> control, IReadOnlyList<IReadOnlyList<string>> levels,
        IReadOnlyList<GroupKey> groups)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(control);
        ArgumentNullException.ThrowIfNull(levels);
        ArgumentNullException.ThrowIfNull(groups);
        if (levels.Any(level => level.Count != control.Count))
            throw new ArgumentException($"a level has not one value for each of {control.Count} control columns", nameof(levels));
        if (groups.Any(group => group.Values.Count != by.Count))
            throw new ArgumentException($"a group has not one value for each of {by.Count} sensitive columns", nameof(groups));
        if (!groups.Select(group => group.Level).Distinct().SequenceEqual(Enumerable.Range(0, levels.Count))
            || groups.Zip(groups.Skip(1)).Any(pair => pair.First.Level > pair.Second.Level))
            throw new ArgumentException($"the groups are not in the order of the {levels.Count} levels, each with a group", nameof(groups));
        if (groups.DistinctBy(group => (group.Level, string.Join('\0', group.Values))).Count() < groups.Count)
            throw new ArgumentException("a group stands there twice", nameof(groups));
        return new Grouping([.. by], [.. control], new Named(groups, levels));
    }

    /// <summary>Says which groups there are.</summary>
    /// <param name="present">The keys of the columns that occur, in their order.</param>
    internal void Resolve(long[] present)
    {
        var levels = new List<IReadOnlyList<string>>();
        var groups = new GroupKey[present.Length];
        for (int g = 0; g < present.Length; g++)
        {
            string[] values = Columns.Values(present[g]);
            string[] level = values[..controls];
            if (levels.Count == 0 || !levels[^1].SequenceEqual(level)) levels.Add(level);
            groups[g] = new GroupKey(values[controls..], levels.Count - 1);
        }
        named = new Named(groups, levels);
    }

    private sealed record Named(IReadOnlyList<GroupKey> Groups, IReadOnlyList<IReadOnlyList<string>> Levels);
}

/// <summary>One group.</summary>
/// <param name="Values">The value of each sensitive column, in the order of <see cref="Grouping.By"/>.</param>
/// <param name="Level">The index of its control level in <see cref="Grouping.Levels"/>.</param>
public sealed record GroupKey(IReadOnlyList<string> Values, int Level);
