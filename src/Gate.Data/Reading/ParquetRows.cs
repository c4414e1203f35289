using Gate.Data.DuckDb;

namespace Gate.Data.Reading;

/// <summary>Holds what the parts of a Parquet file's footer say of its rows against each other. Nothing else would tell that a byte of the
/// footer has changed, and rows that go missing in silence change a verdict.</summary>
internal static class ParquetRows
{
    /// <summary>The rows of a file.</summary>
    /// <exception cref="DataException">The number of the whole, of the row groups and of the values of a column differ.</exception>
    internal static long Require(SourceFile file, Engine engine)
    {
        string path = Sql.Text(file.SqlPath);
        string whole = Only(engine, $"SELECT num_rows::VARCHAR FROM parquet_file_metadata({path})");
        string groups = Only(engine, "SELECT coalesce(sum(rows), 0)::VARCHAR FROM (SELECT DISTINCT row_group_id, row_group_num_rows AS "
            + $"rows FROM parquet_metadata({path}))");
        // A column of lists has more values than rows; fewer it cannot have.
        string fewer = Only(engine, $"SELECT count(*)::VARCHAR FROM parquet_metadata({path}) WHERE num_values < row_group_num_rows");
        return whole == groups && fewer == "0" && long.TryParse(whole, out long rows) ? rows
            : throw new DataException($"{file.Path} is damaged: its footer speaks of {whole} rows, its row groups of {groups}"
                + $"{(fewer == "0" ? "" : ", and a column has fewer values than rows")}; fetch or write it again");
    }

    private static string Only(Engine engine, string sql) => engine.Texts(sql) is [var text] ? text : "none";
}
