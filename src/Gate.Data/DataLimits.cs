using Gate.Wording;

namespace Gate.Data;

/// <summary>What a table may be. More is refused with a message, before memory is taken for it.</summary>
public static class DataLimits
{
    /// <summary>The most columns of a table.</summary>
    public const int MostColumns = 10_000;

    /// <summary>The most characters of a name: of a column, a class, or a group. Names stand in every message, table and file of a
    /// result.</summary>
    public const int LongestName = 1_000;

    /// <summary>Refuses a name that is too long.</summary>
    /// <param name="name">The name.</param>
    /// <param name="what">What it names, for the message: <c>a column of d.csv</c>.</param>
    /// <exception cref="DataException">It is too long.</exception>
    public static void RequireName(string name, string what)
    {
        if (name.Length > LongestName)
            throw new DataException(FormattableString.Invariant($"{what} has a name of {name.Length} characters ('{Shown.Of(name)}'); at ")
                + FormattableString.Invariant($"most {LongestName} are taken for a name: shorten it in the data, or ")
                + "with data.source: {sql: …}");
    }

    /// <summary>The most levels that JSON may be nested.</summary>
    public const int MostJsonLevels = Reading.JsonDepth.Most;

    /// <summary>The bytes that reading may take.</summary>
    internal static long Memory(SourceOptions source) =>
        source.Memory > 0 ? source.Memory : Math.Max(1L << 30, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2);

    /// <summary>Refuses a table that has grown too large.</summary>
    /// <param name="rows">Rows so far.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="most">From <see cref="Memory"/>.</param>
    /// <param name="where">Whose they are, for the message.</param>
    internal static void RequireMemory(long rows, int columns, long most, string where)
    {
        if (rows * columns * sizeof(double) > most)
            throw new DataException(FormattableString.Invariant($"{where} takes more than {most >> 20} MB of memory: after {rows} rows of ")
                + FormattableString.Invariant($"{columns} columns it was given up; read fewer, or allow more with --memory"));
    }

    /// <summary>Refuses a table with too many columns.</summary>
    /// <param name="columns">How many there are.</param>
    /// <param name="where">Whose they are, for the message.</param>
    internal static void RequireColumns(long columns, string where)
    {
        if (columns > MostColumns)
            throw new DataException(FormattableString.Invariant(
                $"{where} has {columns} columns; at most {MostColumns} are read: select those that are needed"));
    }
}
