using Gate.Data.Building;
using Gate.Data.DuckDb;
using Gate.Data.Parsing;

namespace Gate.Data.Reading;

/// <summary>A source that knows the types of its columns: parquet and JSON files, or an SQL statement.</summary>
/// <param name="engine">An engine that may read the files; disposed with the source.</param>
/// <param name="select">The SELECT to read.</param>
/// <param name="source">Its filter and slices.</param>
/// <param name="translate">Explains errors of <paramref name="select"/>.</param>
/// <param name="subject">What to call the source in messages.</param>
/// <param name="own">Whether the SELECT is the policy's own: it is then read twice where its rows could come in another order.</param>
internal sealed class TypedSource(Engine engine, string select, SourceOptions source, Func<DuckDbException, DataException> translate,
    string subject, bool own = false) : ISource
{
    private readonly string? where = source.Where;
    private readonly IReadOnlyList<SliceCondition> slices = source.Slices;

    public void Dispose() => engine.Dispose();

    public SlicedTable Read(IProgress<ReadProgress>? progress, CancellationToken cancel)
    {
        (string sql, DuckDbColumn[] columns) = Plan();
        SlicedTable read = Read(sql, columns, progress, cancel);
        bool twice = (own && RepeatableSql.MayReorder(engine, select)) || UserSql.HasSubquery(source);
        if (!twice || RepeatableSql.AreEqual(read, Read(sql, columns, progress, cancel))) return read;
        string key = own ? "data.source.sql" : "data.where";
        throw new DataException($"{key}: asked a second time, it gives other rows, or the same in another order; say all of it: an ORDER "
            + "BY over a key, and no function that samples") { PolicyKey = key };
    }

    private SlicedTable Read(string sql, DuckDbColumn[] columns, IProgress<ReadProgress>? progress, CancellationToken cancel)
    {
        ColumnBuilder[] builders = [];
        var masks = new SliceMasks(slices.Count);
        (long rows, long most) = (0, DataLimits.Memory(source));
        try
        {
            using Statement statement = engine.Prepare(sql);
            // The types of the final statement count: where needed it casts columns to readable ones.
            builders = [.. statement.Columns.Take(columns.Length)
                .Select((column, i) => ColumnBuilders.For(column with { Name = columns[i].Name }))];
            engine.Run(statement, Append, progress, cancel);
        }
        catch (DuckDbException e)
        {
            throw where is null && slices.Count == 0 ? translate(e) : Distinguish(e, columns, cancel);
        }
        var table = new Table([.. builders.Select(builder => builder.Finish())]);
        if (table.RowCount > 0) return new(table, masks.Finish());
        throw new DataException(where is null ? $"{subject} has no rows" : $"data.where: the filter '{where}' keeps no row of {subject}");

        void Append(Chunk chunk)
        {
            DataLimits.RequireMemory(rows += chunk.Count, builders.Length, most, subject);
            for (int i = 0; i < builders.Length; i++) builders[i].Append(chunk[i]);
            masks.Append(chunk, builders.Length);
        }
    }

    public void ReadBlocks(IReadOnlyList<string> columns, int rows, Action<Table> block, IProgress<ReadProgress>? progress,
        CancellationToken cancel)
    {
        Dictionary<string, DuckDbColumn> known = Plan().Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        DuckDbColumn[] own = [.. columns.Select(name => known[name])];
        try
        {
            string list = string.Join(", ", own.Select(column => IsBig(column, cancel)
                ? $"CAST({Sql.Name(column.Name)} AS VARCHAR) AS {Sql.Name(column.Name)}" : ColumnBuilders.Expression(column)));
            using Statement statement = engine.Prepare($"SELECT {list} FROM ({select}\n) AS data");
            ColumnBuilder[] Start() => [.. statement.Columns.Select((column, c) =>
                ColumnBuilders.For(column with { Name = own[c].Name }))];
            (ColumnBuilder[] builders, int held) = (Start(), 0);
            engine.Run(statement, chunk =>
            {
                for (int c = 0; c < builders.Length; c++) builders[c].Append(chunk[c]);
                if ((held += chunk.Count) < rows) return;
                block(new([.. builders.Select(builder => builder.Finish())]));
                (builders, held) = (Start(), 0);
            }, progress, cancel);
            if (held > 0) block(new([.. builders.Select(builder => builder.Finish())]));
        }
        catch (DuckDbException e)
        {
            throw translate(e);
        }
    }

    // Whole numbers that no double holds make a column text, which has to be known before the first block.
    private bool IsBig(DuckDbColumn column, CancellationToken cancel)
    {
        if (ColumnBuilders.TypeOf(column) != ColumnType.Integer) return false;
        string name = Sql.Name(column.Name), most = WrittenNumber.MaxExact.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return engine.Texts($"SELECT CAST(coalesce(max({name}) > {most} OR min({name}) < -{most}, false) AS VARCHAR) FROM ({select}\n) "
            + "AS data", cancel) is ["true"];
    }

    public IReadOnlyList<(string Name, ColumnType Type)> Describe() =>
        [.. Plan().Columns.Select(column => (column.Name, ColumnBuilders.TypeOf(column)))];

    private (string Sql, DuckDbColumn[] Columns) Plan()
    {
        DuckDbColumn[] columns = Columns();
        DataLimits.RequireColumns(columns.Length, subject);
        foreach (DuckDbColumn column in columns) DataLimits.RequireName(column.Name, $"a column of {subject}");
        if (columns.GroupBy(column => column.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new DataException($"{subject}: two columns are called '{twice.Key}'; rename one of them");
        if (own) RepeatableSql.Require(engine, select, "data.source.sql", []);
        foreach (DuckDbColumn column in columns) ColumnBuilders.TypeOf(column);
        foreach (SliceCondition slice in slices) Prepare(Condition(slice.Sql, slice.Key), slice.Key, columns, slice.Sql);
        string sql = select;
        bool plain = columns.All(column => ColumnBuilders.Expression(column) == Sql.Name(column.Name));
        if (!plain || where is not null || slices.Count > 0)
            sql = "SELECT "
                + $"{string.Join(", "
                + "", columns.Select(ColumnBuilders.Expression)
                .Concat(slices.Select(slice => SliceMasks.Expression(slice.Sql))))} FROM ({select}\n) AS data";
        if (where is null) return (sql, columns);
        Prepare(Condition(where, "data.where"), "data.where", columns, where);
        sql += $" WHERE ({where}\n)";
        Prepare(sql, "data.where", columns);
        return (sql, columns);
    }

    /// <summary>A condition as a filter of its own: what is no row-wise condition (an aggregate, a window) is refused there.</summary>
    private string Condition(string sql, string key)
    {
        UserSql.CheckCondition(sql, key);
        return $"SELECT ({sql}\n) FROM ({select}\n) AS data WHERE ({sql}\n)";
    }

    private void Prepare(string sql, string key, DuckDbColumn[] columns, string? condition = null)
    {
        try
        {
            using Statement statement = engine.Prepare(sql);
            if (condition is not null)
            {
                UserSql.CheckCase(condition, key, columns.Select(column => column.Name));
                UserSql.Truth(statement, condition, key);
                RepeatableSql.Require(engine, condition, key, columns.Select(column => column.Name));
            }
        }
        catch (DuckDbException e)
        {
            throw ErrorTranslation.InSql(e, key, columns.Select(column => column.Name));
        }
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

    // An error while rows are read: of a slice or of the filter (a text that does not convert), or of the file? Each is asked alone.
    private DataException Distinguish(DuckDbException e, DuckDbColumn[] columns, CancellationToken cancel)
    {
        bool filtered = where is not null && !Runs(Condition(where, "data.where"), cancel);
        foreach (SliceCondition slice in slices)
            if (!filtered && Runs($"SELECT count(*) FROM ({select}\n) AS data", cancel)
                && !Runs(Condition(where is null ? slice.Sql : $"({where}\n) AND ({slice.Sql}\n)", slice.Key), cancel))
                return ErrorTranslation.InSlice(e, slice.Key, columns.Select(column => column.Name));
        return where is not null && e.Message.StartsWith("Conversion Error", StringComparison.Ordinal)
            ? ErrorTranslation.InSql(e, "data.where", []) : translate(e);
    }

    private bool Runs(string sql, CancellationToken cancel)
    {
        try
        {
            using Statement statement = engine.Prepare(sql);
            engine.Run(statement, static _ => { }, null, cancel);
            return true;
        }
        catch (DuckDbException)
        {
            return false;
        }
    }
}
