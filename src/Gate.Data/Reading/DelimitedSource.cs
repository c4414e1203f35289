using Gate.Data.Building;
using Gate.Data.DuckDb;
using Gate.Data.Parsing;
using Gate.Wording;

namespace Gate.Data.Reading;

/// <summary>Csv and tsv files as a table.</summary>
internal sealed class DelimitedSource : ISource
{
    private const int DescribedRows = 10_000;

    private readonly IReadOnlyList<SourceFile> files;
    private readonly string? where;
    private readonly IReadOnlyList<SliceCondition> slices;
    private readonly NaTexts na;
    private readonly Lazy<Engine> engine;
    private readonly DelimitedScan scan;
    private readonly int threads;
    private readonly long memory;
    private readonly List<(SourceFile File, int FirstRow)> starts = [];

    internal DelimitedSource(IReadOnlyList<SourceFile> files, SourceOptions source)
    {
        this.files = files;
        (where, slices) = (source.Where, source.Slices);
        na = new NaTexts(source.NaValues);
        threads = source.Threads;
        memory = DataLimits.Memory(source);
        // A subquery may add up numbers, whose last digits depend on how threads share the work.
        int engineThreads = UserSql.HasSubquery(source) ? 1 : threads;
        engine = new Lazy<Engine>(() => Engine.Open(files.SelectMany(file => new[] { file.Path, file.SqlPath }).Distinct(), engineThreads,
            memory));
        try
        {
            scan = Translated(() => new DelimitedScan(files, () => engine.Value));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    // DuckDB is needed only for zstd and filters.
    public void Dispose()
    {
        if (engine.IsValueCreated) engine.Value.Dispose();
    }

    public SlicedTable Read(IProgress<ReadProgress>? progress, CancellationToken cancel)
    {
        Field[] fields = Gather(null, progress, cancel);
        if (fields[0].Column.Count == 0)
            throw new DataException($"{string.Join(", ", files.Take(3).Select(file => file.Path))} has a header but no rows");
        foreach (Field field in fields)
            if (field.Stray is { } stray) throw new DataException(Explain(field.Column.Name, stray));
        var table = new Table([.. fields.Select(field => field.Column)]);
        if (where is null && slices.Count == 0) return new(table, []);
        bool[][] masks = Masks(fields, progress, cancel);
        if (where is null) return new(table, masks);
        int[] kept = Rows(masks[0]);
        if (kept.Length == 0) throw new DataException($"data.where: the filter '{where}' keeps none of the {table.RowCount} rows");
        return new(table.Take(kept), [.. masks.Skip(1).Select(mask => Array.ConvertAll(kept, row => mask[row]))]);
    }

    public void ReadBlocks(IReadOnlyList<string> columns, int rows, Action<Table> block, IProgress<ReadProgress>? progress,
        CancellationToken cancel) => Translated(() =>
    {
        new DelimitedBlocks(scan, engine.Value, na).Read(columns, rows, block, progress, cancel);
        return true;
    });

    public IReadOnlyList<(string Name, ColumnType Type)> Describe()
    {
        Field[] fields = Gather(DescribedRows, null, CancellationToken.None);
        foreach (SliceCondition condition in Conditions) Prepare(fields, condition).Dispose();
        return [.. fields.Select(field => (field.Column.Name, field.Column.Type))];
    }

    private Field[] Gather(int? limit, IProgress<ReadProgress>? progress, CancellationToken cancel)
    {
        FieldColumnBuilder[] builders = [.. scan.Names.Select(name => new FieldColumnBuilder(name, na))];
        int[] all = [.. Enumerable.Range(0, builders.Length)];
        Pass(builders, all, limit, progress, cancel);
        int[] again = [.. all.Where(column => builders[column].NeedsText)];
        foreach (int column in again) builders[column] = new FieldColumnBuilder(scan.Names[column], na, asText: true);
        if (again.Length > 0) Pass(builders, again, limit, progress, cancel);
        return Array.ConvertAll(builders, builder => builder.Finish());
    }

    private void Pass(FieldColumnBuilder[] builders, int[] columns, int? limit, IProgress<ReadProgress>? progress, CancellationToken cancel)
    {
        starts.Clear();
        int rows = 0;
        if (files.Any(file => file.Compression == "zstd")) Scan(builders, columns, limit, progress, cancel);
        else
            foreach (SourceFile file in scan.Files)
            {
                if (rows >= limit) break;
                starts.Add((file, rows));
                CsvHeader header = scan.HeaderOf(file);
                var inOrder = new FieldColumnBuilder?[header.Names.Length];
                foreach (int column in columns) inOrder[Array.IndexOf(header.Names, scan.Names[column])] = builders[column];
                int before = rows, number = starts.Count - 1;
                rows = checked(rows + new FieldReader(threads, cancel).Read(file, header, inOrder, limit - before,
                    (share, read) =>
                    {
                        DataLimits.RequireMemory(before + read, columns.Length, memory, file.Path);
                        progress?.Report(new ReadProgress((number + share) / files.Count, before + read));
                    }));
            }
    }

    // .NET has no reader for zstd: DuckDB reads such files, by the same rules.
    private void Scan(FieldColumnBuilder[] builders, int[] columns, int? limit, IProgress<ReadProgress>? progress,
        CancellationToken cancel) => Translated(() =>
    {
        long rows = 0;
        using Statement statement = engine.Value.Prepare(scan.Select(columns) + (limit is null ? "" : $" LIMIT {limit}"));
        engine.Value.Run(statement, Append, progress, cancel);
        return true;

        void Append(Chunk chunk)
        {
            DataLimits.RequireMemory(rows += chunk.Count, columns.Length, memory, files[0].Path);
            for (int i = 0; i < columns.Length; i++) builders[columns[i]].Append(chunk[i]);
        }
    });

    /// <summary>The filter, if any, and the slices.</summary>
    private IEnumerable<SliceCondition> Conditions => where is null ? slices : slices.Prepend(new("data.where", where));

    /// <summary>Which rows meet the filter and each slice. These see the columns in the types that Gate found.</summary>
    private bool[][] Masks(Field[] fields, IProgress<ReadProgress>? progress, CancellationToken cancel)
    {
        SliceCondition[] conditions = [.. Conditions];
        foreach (SliceCondition condition in conditions) Prepare(fields, condition).Dispose();
        // A slice is asked only of rows that the filter keeps: a text that does not convert may stand in those that it drops.
        string[] asked =
            [.. conditions.Select(condition => SliceMasks.Expression(where is null || condition.Key == "data.where"
            ? condition.Sql : $"CASE WHEN ({where}\n) THEN ({condition.Sql}\n) END"))];
        try
        {
            bool[][] masks = Ask(fields, asked, progress, cancel);
            for (int i = 0; i < asked.Length; i++)
                if (UserSql.HasSubquery(asked[i]) && !Ask(fields, [asked[i]], null, cancel)[0].AsSpan().SequenceEqual(masks[i]))
                    throw new DataException($"{conditions[i].Key}: asked a second time, it keeps other rows; use no function that samples, "
                        + "and an ORDER BY over a key where the order of rows counts") { PolicyKey = conditions[i].Key };
            return masks;
        }
        catch (DuckDbException e)
        {
            throw Culprit(e, fields, conditions, asked, cancel);
        }
    }

    private bool[][] Ask(Field[] fields, string[] expressions, IProgress<ReadProgress>? progress, CancellationToken cancel)
    {
        var masks = new SliceMasks(expressions.Length);
        using Statement statement = engine.Value.Prepare($"SELECT {string.Join(", ", expressions)} FROM ({Typed(fields)}) AS data");
        engine.Value.Run(statement, chunk => masks.Append(chunk, 0), progress, cancel);
        bool[][] all = masks.Finish();
        int rows = fields[0].Column.Count;
        return all[0].Length == rows
            ? all : throw new DuckDbException($"Internal Error: the filter saw {all[0].Length} rows, the table has {rows}");
    }

    /// <summary>The error of the first condition that fails when it is asked alone.</summary>
    private DataException Culprit(DuckDbException e, Field[] fields, SliceCondition[] conditions, string[] asked, CancellationToken cancel)
    {
        for (int i = 0; i < conditions.Length; i++)
        {
            try
            {
                Ask(fields, [asked[i]], null, cancel);
            }
            catch (DuckDbException own)
            {
                return conditions[i].Key == "data.where" ? ErrorTranslation.InSql(own, "data.where", scan.Names) : ErrorTranslation.InSlice(
                    own, conditions[i].Key, scan.Names);
            }
        }
        return ErrorTranslation.InSql(e, conditions[0].Key, scan.Names);
    }

    private static int[] Rows(bool[] mask) => [.. Enumerable.Range(0, mask.Length).Where(row => mask[row])];

    // Prepared as a real WHERE, so that what is no row-wise condition (an aggregate, a window) is refused as everywhere.
    private Statement Prepare(Field[] fields, SliceCondition condition)
    {
        UserSql.CheckCondition(condition.Sql, condition.Key);
        UserSql.CheckCase(condition.Sql, condition.Key, scan.Names);
        try
        {
            string sql = $"SELECT ({condition.Sql}\n) FROM ({Typed(fields)}) AS data WHERE ({condition.Sql}\n)";
            Statement statement = UserSql.Truth(engine.Value.Prepare(sql), condition.Sql, condition.Key);
            RepeatableSql.Require(engine.Value, condition.Sql, condition.Key, scan.Names);
            return statement;
        }
        catch (DuckDbException e)
        {
            throw ErrorTranslation.InSql(e, condition.Key, scan.Names);
        }
    }

    private string Typed(Field[] fields)
    {
        string absent = string.Join(", ", na.Listed.Prepend("").Select(Sql.Text));
        string casts = string.Join(", ", fields.Select((field, i) =>
            $"{Cast(field.Kind, $"CASE WHEN trim(c{i}, ' \t\r\n') IN ({absent}) THEN NULL ELSE c{i} END")} AS "
                + $"{Sql.Name(field.Column.Name)}"));
        return $"SELECT {casts} FROM ({scan.Select(Enumerable.Range(0, fields.Length))})";
    }

    private static string Cast(FieldKind kind, string value) => kind switch
    {
        FieldKind.Integer => $"TRY_CAST({value} AS BIGINT)",
        FieldKind.Real => $"TRY_CAST({value} AS DOUBLE)",
        FieldKind.Boolean => $"TRY_CAST({value} AS BOOLEAN)",
        FieldKind.Date => $"TRY_CAST({value} AS DATE)",
        FieldKind.Time => $"TRY_CAST({value} AS TIME)",
        FieldKind.Timestamp => $"CAST(TRY_CAST({value} AS TIMESTAMPTZ) AS TIMESTAMP)",
        _ => value,
    };

    private string Explain(string column, StrayText stray)
    {
        (SourceFile file, int first) = starts.Count > 0 ? starts.Last(start => start.FirstRow <= stray.Row) : (files[0], 0);
        string where = RowLocator.Line(file, stray.Row - first, scan.Names.Count) is { } line
            ? $"line {line}" : $"row {stray.Row - first + 1}";
        return $"{file.Path}, {where}: column '{Shown.Of(column)}' holds '{Shown.Of(stray.Text)}' where {stray.Numeric} of {stray.Present} "
            + "rows hold numbers; correct it, "
            + $"or list '{Shown.Of(stray.Text)}' under data.na_values if it stands for a missing value, "
            + $"or, if the column is meant as text, read it with data.source: {{sql: \"SELECT * FROM "
            + $"read_csv('{Path.GetFileName(file.Path)}', types={{'{Shown.Of(column)}': 'VARCHAR'}})\"}}";
    }

    private T Translated<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DuckDbException e)
        {
            throw ErrorTranslation.Reading(e, files);
        }
    }
}
