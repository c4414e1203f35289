using System.Diagnostics.CodeAnalysis;
using Gate.Wording;

namespace Gate.Data;

/// <summary>An immutable table: columns of equal length with distinct names.</summary>
public sealed class Table
{
    private readonly Dictionary<string, Column> byName;

    /// <summary>Makes a table of <paramref name="columns"/>.</summary>
    /// <param name="columns">Columns of equal length; names are compared ordinally.</param>
    /// <exception cref="DataException">Two columns have the same name, or lengths differ.</exception>
    public Table(IReadOnlyList<Column> columns)
    {
        Columns = columns;
        RowCount = columns.Count == 0 ? 0 : columns[0].Count;
        byName = new Dictionary<string, Column>(columns.Count, StringComparer.Ordinal);
        foreach (Column column in columns)
        {
            if (column.Count != RowCount)
                throw new DataException($"column '{column.Name}' has {column.Count} rows, '{columns[0].Name}' has {RowCount}");
            if (!byName.TryAdd(column.Name, column)) throw new DataException($"two columns are called '{column.Name}'; rename one of them");
        }
    }

    /// <summary>The columns, in the order of the source.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The number of rows.</summary>
    public int RowCount { get; }

    /// <summary>The names of the columns, in order.</summary>
    public IEnumerable<string> Names => Columns.Select(column => column.Name);

    /// <summary>The column called <paramref name="name"/>.</summary>
    /// <param name="name">A column name, compared ordinally.</param>
    /// <exception cref="DataException">No column has that name; the message suggests the nearest one.</exception>
    public Column this[string name] => TryGet(name, out Column? column)
        ? column
        : throw new DataException($"no column is called '{name}'{NearestName.Hint(name, Names)}");

    /// <summary>Finds a column by name.</summary>
    /// <param name="name">A column name, compared ordinally.</param>
    /// <param name="column">The column, when there is one.</param>
    public bool TryGet(string name, [NotNullWhen(true)] out Column? column) => byName.TryGetValue(name, out column);

    /// <summary>The table restricted to some rows, in the order given.</summary>
    /// <param name="rows">Row numbers.</param>
    public Table Take(int[] rows) => new([.. Columns.Select(column => column.Take(rows))]);

    /// <summary>The table restricted to some columns, in the order given.</summary>
    /// <param name="names">Column names.</param>
    public Table Select(IEnumerable<string> names) => new([.. names.Select(name => this[name])]);

    /// <summary>The table with one more column, or with a column of the same name replaced.</summary>
    /// <param name="column">The column to add.</param>
    public Table With(Column column) => new([.. Columns.Where(c => c.Name != column.Name), column]);
}
