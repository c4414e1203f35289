using System.Runtime.InteropServices;

namespace Gate.Data.DuckDb;

/// <summary>The part of DuckDB's C API (duckdb.h) that Gate uses, named as there. Nothing loads before the first call.</summary>
internal static partial class NativeMethods
{
    internal const string Library = "duckdb";
    internal const int Success = 0;

    // Runs before the first call of this class, so the resolver is in place before anything can load.
    static NativeMethods() => NativeLibrary.SetDllImportResolver(typeof(NativeMethods).Assembly, LibraryResolver.Resolve);

    [LibraryImport(Library)]
    internal static partial nint duckdb_library_version();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int duckdb_open(string? path, out DatabaseHandle database);

    [LibraryImport(Library)]
    internal static partial void duckdb_close(ref nint database);

    [LibraryImport(Library)]
    internal static partial int duckdb_connect(DatabaseHandle database, out ConnectionHandle connection);

    [LibraryImport(Library)]
    internal static partial void duckdb_disconnect(ref nint connection);

    [LibraryImport(Library)]
    internal static partial void duckdb_interrupt(ConnectionHandle connection);

    [LibraryImport(Library)]
    internal static partial QueryProgress duckdb_query_progress(ConnectionHandle connection);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial ulong duckdb_extract_statements(ConnectionHandle connection, string sql, out ExtractedHandle statements);

    [LibraryImport(Library)]
    internal static partial nint duckdb_extract_statements_error(ExtractedHandle statements);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_extracted(ref nint statements);

    [LibraryImport(Library)]
    internal static partial int duckdb_prepare_extracted_statement(ConnectionHandle connection, ExtractedHandle statements, ulong index,
        out PreparedHandle prepared);

    [LibraryImport(Library)]
    internal static partial nint duckdb_prepare_error(PreparedHandle prepared);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_prepare(ref nint prepared);

    [LibraryImport(Library)]
    internal static partial int duckdb_prepared_statement_type(PreparedHandle prepared);

    [LibraryImport(Library)]
    internal static partial ulong duckdb_prepared_statement_column_count(PreparedHandle prepared);

    [LibraryImport(Library)]
    internal static partial nint duckdb_prepared_statement_column_name(PreparedHandle prepared, ulong column);

    [LibraryImport(Library)]
    internal static partial LogicalTypeHandle duckdb_prepared_statement_column_logical_type(PreparedHandle prepared, ulong column);

    [LibraryImport(Library)]
    internal static partial int duckdb_pending_prepared_streaming(PreparedHandle prepared, out PendingHandle pending);

    [LibraryImport(Library)]
    internal static partial int duckdb_pending_execute_task(PendingHandle pending);

    [LibraryImport(Library)]
    internal static partial nint duckdb_pending_error(PendingHandle pending);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_pending(ref nint pending);

    [LibraryImport(Library)]
    internal static partial int duckdb_execute_pending(PendingHandle pending, out RawResult result);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_result(ref RawResult result);

    [LibraryImport(Library)]
    internal static partial nint duckdb_result_error(ref RawResult result);

    [LibraryImport(Library)]
    internal static partial nint duckdb_fetch_chunk(RawResult result);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_data_chunk(ref nint chunk);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial ulong duckdb_data_chunk_get_size(nint chunk);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial nint duckdb_data_chunk_get_vector(nint chunk, ulong column);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial nint duckdb_vector_get_data(nint vector);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial nint duckdb_vector_get_validity(nint vector);

    [LibraryImport(Library)]
    internal static partial int duckdb_get_type_id(LogicalTypeHandle type);

    [LibraryImport(Library)]
    internal static partial nint duckdb_logical_type_get_alias(LogicalTypeHandle type);

    [LibraryImport(Library)]
    internal static partial byte duckdb_decimal_scale(LogicalTypeHandle type);

    [LibraryImport(Library)]
    internal static partial int duckdb_decimal_internal_type(LogicalTypeHandle type);

    [LibraryImport(Library)]
    internal static partial int duckdb_enum_internal_type(LogicalTypeHandle type);

    [LibraryImport(Library)]
    internal static partial uint duckdb_enum_dictionary_size(LogicalTypeHandle type);

    [LibraryImport(Library)]
    internal static partial nint duckdb_enum_dictionary_value(LogicalTypeHandle type, ulong index);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_logical_type(ref nint type);

    [LibraryImport(Library)]
    internal static partial void duckdb_free(nint memory);

    /// <summary>A text that DuckDB keeps (an error message, a version).</summary>
    internal static string Text(nint utf8) => Marshal.PtrToStringUTF8(utf8) ?? "";

    /// <summary>A text that DuckDB allocated for the caller.</summary>
    internal static string TakeText(nint utf8)
    {
        if (utf8 == 0) return "";
        string text = Text(utf8);
        duckdb_free(utf8);
        return text;
    }

    /// <summary>duckdb_result: owned by the caller, passed by value or by address; only DuckDB reads its fields.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct RawResult
    {
        private readonly ulong columns, rows, changed;
        private readonly nint columnData, error, data;
    }

    /// <summary>duckdb_query_progress_type: the percentage is -1 while it is unknown.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal readonly struct QueryProgress
    {
        internal readonly double Percentage;
        private readonly ulong processed, total;
    }
}
