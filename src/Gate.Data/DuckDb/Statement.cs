using static Gate.Data.DuckDb.NativeMethods;

namespace Gate.Data.DuckDb;

/// <summary>One prepared SELECT with the names and types of its columns.</summary>
internal sealed class Statement : IDisposable
{
    private const int SelectStatement = 1;

    private Statement(PreparedHandle handle)
    {
        Handle = handle;
        Columns = [.. Enumerable.Range(0, (int)duckdb_prepared_statement_column_count(handle)).Select(Column)];
    }

    internal PreparedHandle Handle { get; }

    internal IReadOnlyList<DuckDbColumn> Columns { get; }

    public void Dispose() => Handle.Dispose();

    /// <summary>Prepares <paramref name="sql"/>, which must be exactly one statement.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="sql">The SQL.</param>
    /// <param name="selectOnly">Whether anything but a SELECT is refused.</param>
    internal static Statement Prepare(ConnectionHandle connection, string sql, bool selectOnly)
    {
        ulong count = duckdb_extract_statements(connection, sql, out ExtractedHandle extracted);
        using (extracted)
        {
            if (count == 0 && !extracted.IsInvalid && Text(duckdb_extract_statements_error(extracted)) is { Length: > 0 } error)
                throw new DuckDbException(error);
            if (count != 1) throw new DuckDbException($"Parser Error: expected one SELECT statement, found {count} statements");
            int state = duckdb_prepare_extracted_statement(connection, extracted, 0, out PreparedHandle prepared);
            try
            {
                if (state != Success) throw new DuckDbException(Text(duckdb_prepare_error(prepared)));
                if (selectOnly && duckdb_prepared_statement_type(prepared) != SelectStatement)
                    throw new DuckDbException("Parser Error: expected a SELECT statement, found another kind of statement");
                return new Statement(prepared);
            }
            catch
            {
                prepared.Dispose();
                throw;
            }
        }
    }

    private DuckDbColumn Column(int index)
    {
        string name = TakeText(duckdb_prepared_statement_column_name(Handle, (ulong)index));
        using LogicalTypeHandle logical = duckdb_prepared_statement_column_logical_type(Handle, (ulong)index);
        var type = (DuckDbType)duckdb_get_type_id(logical);
        string alias = TakeText(duckdb_logical_type_get_alias(logical));
        return type switch
        {
            DuckDbType.Decimal =>
                new DuckDbColumn(name, type, (DuckDbType)duckdb_decimal_internal_type(logical), alias, duckdb_decimal_scale(logical), []),
            DuckDbType.Enum => new DuckDbColumn(name, type, (DuckDbType)duckdb_enum_internal_type(logical), alias, 0, Labels(logical)),
            _ => new DuckDbColumn(name, type, type, alias, 0, []),
        };
    }

    private static string[] Labels(LogicalTypeHandle logical)
    {
        var labels = new string[duckdb_enum_dictionary_size(logical)];
        for (int i = 0; i < labels.Length; i++) labels[i] = TakeText(duckdb_enum_dictionary_value(logical, (ulong)i));
        return labels;
    }
}
