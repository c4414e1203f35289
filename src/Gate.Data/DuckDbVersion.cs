using Gate.Data.DuckDb;

namespace Gate.Data;

/// <summary>The version of DuckDB that reads the data, for provenance.</summary>
public static class DuckDbVersion
{
    private static readonly Lazy<string> version = new(() => NativeMethods.Text(NativeMethods.duckdb_library_version()));

    /// <summary>For example <c>v1.5.5</c>. Loads the library on first use.</summary>
    /// <exception cref="NativeLibraryMissingException">DuckDB's library is not installed.</exception>
    public static string Value => version.Value;
}
