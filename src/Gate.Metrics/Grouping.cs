using Gate.Data;
using Gate.Metrics.Statistics;

namespace Gate.Metrics;

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

    /// <summary>One group index a row.</summary>
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
