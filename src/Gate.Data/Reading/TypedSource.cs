using Gate.Data.Building;
using Gate.Data.DuckDb;

namespace Gate.Data.Reading;

/// <summary>A source that knows the types of its columns: parquet and JSON files, or an SQL statement.</summary>
/// <param name="engine">An engine that may read the files; disposed with the source.</param>
/// <param name="select">The SELECT to read.</param>
/// <param name="where">A filter, or null.</param>
/// <param name="translate">Explains errors of <paramref name="select"/>.</param>
/// <param name="subject">What to call the source in messages.</param>
internal sealed class TypedSource(Engine engine, string select, string? where, Func<DuckDbException, DataException> translate, string subject) : ISource
{
    public void Dispose() => engine.Dispose();

    public Table Read(IProgress<ReadProgress>? progress, CancellationToken cancel)
    {
        (string sql, DuckDbColumn[] columns) = Plan();
        ColumnBuilder[] builders = [];
        try
        {
            using Statement statement = engine.Prepare(sql);
            // The types of the final statement count: where needed it casts columns to readable ones.
            builders = [.. statement.Columns.Select((column, i) => ColumnBuilders.For(column with { Name = columns[i].Name }))];
            engine.Run(statement, Append, progress, cancel);
        }
        catch (DuckDbException e)
        {
            throw where is null ? translate(e) : Distinguish(e);
        }
        var table = new Table([.. builders.Select(builder => builder.Finish())]);
        if (table.RowCount > 0) return table;
        throw new DataException(where is null ? $"{subject} has no rows" : $"data.where: the filter '{where}' keeps no row of {subject}");

        void Append(Chunk chunk)
        {
            for (int i = 0; i < builders.Length; i++) builders[i].Append(chunk[i]);
        }
    }

    public IReadOnlyList<(string Name, ColumnType Type)> Describe() =>
        [.. Plan().Columns.Select(column => (column.Name, ColumnBuilders.TypeOf(column)))];

    private (string Sql, DuckDbColumn[] Columns) Plan()
    {
        DuckDbColumn[] columns = Columns();
        if (columns.GroupBy(column => column.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new DataException($"{subject}: two columns are called '{twice.Key}'; rename one of them");
        foreach (DuckDbColumn column in columns) ColumnBuilders.TypeOf(column);
        string sql = select;
        bool plain = columns.All(column => ColumnBuilders.Expression(column) == Sql.Name(column.Name));
        if (!plain || where is not null) sql = $"SELECT {string.Join(", ", columns.Select(ColumnBuilders.Expression))} FROM ({select}\n) AS data";
        if (where is null) return (sql, columns);
        UserSql.CheckCondition(where, "data.where");
        sql += $" WHERE ({where}\n)";
        try
        {
            engine.Prepare(sql).Dispose();
        }
        catch (DuckDbException e)
        {
            throw ErrorTranslation.InSql(e, "data.where", columns.Select(column => column.Name));
        }
        return (sql, columns);
    }

    private DuckDbColumn[] Columns()
    {
        try
        {
            using Statement statement = engine.Prepare(select);
            return [.. statement.Columns];
        }
        catch (DuckDbException e)
        {
            throw translate(e);
        }
    }

    // An error while rows are read: of the filter (a text that does not convert) or of the file?
    private DataException Distinguish(DuckDbException e) =>
        e.Message.StartsWith("Conversion Error", StringComparison.Ordinal) ? ErrorTranslation.InSql(e, "data.where", []) : translate(e);
}
