using Gate.Data.DuckDb;

namespace Gate.Data.Reading;

/// <summary>Opens parquet files, JSON files and SQL statements.</summary>
internal static class TypedSources
{
    internal static TypedSource OfFiles(IReadOnlyList<SourceFile> files, SourceOptions source)
    {
        int threads = UserSql.HasSubquery(source) ? 1 : source.Threads;
        Engine engine = Engine.Open(files.SelectMany(file => new[] { file.Path, file.SqlPath }).Distinct(), threads,
            DataLimits.Memory(source));
        try
        {
            CheckContent(files, engine);
            if (files[0].Format == FileFormat.Parquet) CheckParquet(files, engine);
            return new TypedSource(engine, $"SELECT * FROM {Read(files)}", source, e => ErrorTranslation.Reading(e, files),
                string.Join(", ", files.Take(3).Select(file => file.Path)));
        }
        catch (DuckDbException e)
        {
            engine.Dispose();
            throw ErrorTranslation.Reading(e, files);
        }
        catch
        {
            engine.Dispose();
            throw;
        }
    }

    internal static TypedSource OfSql(string sql, SourceOptions source)
    {
        (string checkedSql, IReadOnlyList<string> paths) = UserSql.CheckStatement(sql, source.BaseDirectory, "data.source.sql");
        IReadOnlyList<string> found = FileFinder.Find(paths, source.BaseDirectory);
        SourceFile[] files = [.. found.Where(SourceFile.IsKnown).Select(SourceFile.Of)];
        // One thread: aggregates and joins hand out their rows, and add up their numbers, in an order that depends on the threads.
        Engine engine = Engine.Open(paths.Concat(found).Concat(files.Select(file => file.SqlPath)).Distinct(), threads: 1,
            DataLimits.Memory(source));
        try
        {
            CheckContent(files, engine);
            return new TypedSource(engine, checkedSql, source, e => ErrorTranslation.InSql(e, "data.source.sql", []), "data.source.sql",
                own: true);
        }
        catch (DuckDbException e)
        {
            engine.Dispose();
            throw ErrorTranslation.Reading(e, files);
        }
        catch
        {
            engine.Dispose();
            throw;
        }
    }

    private static string Read(IReadOnlyList<SourceFile> files)
    {
        string paths = $"[{string.Join(", ", files.Select(file => Sql.Text(file.SqlPath)))}]";
        return files[0].Format switch
        {
            FileFormat.Parquet => $"read_parquet({paths}, union_by_name=true)",
            _ => $"read_json({paths}, union_by_name=true, sample_size=-1, "
                + $"compression='{(files[0].IsCompressed ? files[0].Compression : "uncompressed")}', "
                + $"format='{(files[0].Format == FileFormat.NdJson ? "newline_delimited" : "auto")}')",
        };
    }

    // What DuckDB would crash on, or read in part and say nothing.
    private static void CheckContent(IEnumerable<SourceFile> files, Engine engine)
    {
        foreach (SourceFile file in files)
        {
            if (file.Format is FileFormat.Json or FileFormat.NdJson) JsonDepth.Require(file, engine, CancellationToken.None);
            if (file.Format == FileFormat.Parquet) ParquetRows.Require(file, engine);
        }
    }

    private static void CheckParquet(IReadOnlyList<SourceFile> files, Engine engine)
    {
        string[]? first = null;
        foreach (SourceFile file in files)
        {
            using Statement statement = engine.Prepare($"SELECT * FROM {Read([file])}");
            string[] names = [.. statement.Columns.Select(column => column.Name)];
            // DuckDB renames a second column of the same name; the file's own schema does not know the new name.
            List<string> schema = engine.Texts($"SELECT name FROM parquet_schema({Sql.Text(file.SqlPath)})");
            if (names.FirstOrDefault(name => !schema.Contains(name)) is { } renamed)
                throw new DataException(
                    $"{file.Path}: two columns are called "
                    + $"'{schema.Find(name => renamed.StartsWith(name + "_", StringComparison.Ordinal)) ?? renamed}'; rename one of them");
            SameNames.Check(first ??= names, files[0], names, file);
        }
    }
}
