namespace Gate.Data;

/// <summary>Reads tables through DuckDB.</summary>
public static class TableReader
{
    /// <summary>Reads a whole table into memory.</summary>
    /// <param name="source">What to read.</param>
    /// <param name="progress">Told from time to time how far a long read has come.</param>
    /// <param name="cancel">Stops the read.</param>
    /// <exception cref="DataException">The source is missing, empty, malformed, or has two columns of one name.</exception>
    /// <exception cref="NativeLibraryMissingException">DuckDB's library is not installed.</exception>
    public static Table Read(SourceOptions source, IProgress<ReadProgress>? progress = null, CancellationToken cancel = default) =>
        throw new NotImplementedException();

    /// <summary>The names and types of the source's columns, without reading its rows.</summary>
    /// <param name="source">What to look at.</param>
    /// <exception cref="DataException">The source is missing, empty or malformed.</exception>
    public static IReadOnlyList<(string Name, ColumnType Type)> Describe(SourceOptions source) => throw new NotImplementedException();

    /// <summary>The files that the source's paths and globs name, absolute, in ordinal order of path; empty for SQL.</summary>
    /// <param name="source">What to look at.</param>
    /// <exception cref="DataException">A path or glob names no file.</exception>
    public static IReadOnlyList<string> Files(SourceOptions source) => throw new NotImplementedException();
}

/// <summary>A native library that Gate needs is not installed. The message says what to run.</summary>
/// <param name="message">One line for the user.</param>
/// <param name="inner">The loader's error.</param>
public sealed class NativeLibraryMissingException(string message, Exception? inner = null) : Exception(message, inner);
