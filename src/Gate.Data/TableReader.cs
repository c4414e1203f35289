using Gate.Data.Reading;
using Gate.Wording;

namespace Gate.Data;

/// <summary>Reads tables through DuckDB.</summary>
public static class TableReader
{
    private const int BlockValues = 1 << 21, LeastBlock = 1 << 10, LargestBlock = 1 << 16;

    /// <summary>Reads a whole table into memory.</summary>
    /// <param name="source">What to read.</param>
    /// <param name="progress">Told from time to time how far a long read has come.</param>
    /// <param name="cancel">Stops the read.</param>
    /// <exception cref="DataException">The source is missing, empty, malformed, or has two columns of one name.</exception>
    /// <exception cref="NativeLibraryMissingException">DuckDB's library is not installed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled.</exception>
    public static Table Read(SourceOptions source, IProgress<ReadProgress>? progress = null, CancellationToken cancel = default) =>
        ReadSliced(source, progress, cancel).Table;

    /// <summary>Reads a whole table into memory, and which of its rows are in each of the source's slices.</summary>
    /// <param name="source">What to read.</param>
    /// <param name="progress">Told from time to time how far a long read has come.</param>
    /// <param name="cancel">Stops the read.</param>
    /// <exception cref="DataException">As <see cref="Read"/>; or a slice's condition is not valid: <see cref="DataException.PolicyKey"/> is
    /// its key.</exception>
    public static SlicedTable ReadSliced(SourceOptions source, IProgress<ReadProgress>? progress = null, CancellationToken cancel = default)
    {
        IReadOnlyList<SourceFile> files = SourceFiles(source);
        foreach (SourceFile file in files) CompressedFile.Verify(file, cancel);
        using ISource opened = Open(source, files);
        return opened.Read(progress, cancel);
    }

    /// <summary>Reads some columns of all rows block by block, in the order of the source, with the types that reading them whole would
    /// give. Memory is taken for a block, whatever the number of rows; text columns of a block hold its own texts.</summary>
    /// <param name="source">What to read: files, without a filter and slices.</param>
    /// <param name="columns">The columns, in the order that blocks have.</param>
    /// <param name="block">Takes a block of at least one row.</param>
    /// <param name="rows">The least rows of a block, but for the last; 0 for what a few million values are.</param>
    /// <param name="progress">Told from time to time how far it has come.</param>
    /// <param name="cancel">Stops the read.</param>
    /// <exception cref="DataException">As <see cref="Read"/>; or there is no such column.</exception>
    public static void ReadBlocks(SourceOptions source, IReadOnlyList<string> columns, Action<Table> block, int rows = 0,
        IProgress<ReadProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(block);
        if (source.Sql is not null || source.Where is not null || source.Slices.Count > 0)
            throw new ArgumentException("blocks are read of files, without a filter", nameof(source));
        SourceFile[] files = SourceFiles(source);
        foreach (SourceFile file in files) CompressedFile.Verify(file, cancel);
        using ISource opened = Open(source, files);
        string[] names = [.. opened.Describe().Select(column => column.Name)];
        if (columns.Except(names).FirstOrDefault() is { } unknown)
            throw new DataException($"no column is called '{Shown.Of(unknown)}'{NearestName.Hint(unknown, names)}");
        int least = rows > 0 ? rows : Math.Clamp(BlockValues / Math.Max(1, columns.Count), LeastBlock, LargestBlock);
        long total = 0;
        opened.ReadBlocks(columns, least, read =>
        {
            total += read.RowCount;
            block(read);
        }, progress, cancel);
        if (total == 0) throw new DataException($"{string.Join(", ", files.Take(3).Select(file => file.Path))} has no rows");
    }

    /// <summary>The names and types of the source's columns, without reading all of its rows: the types of csv and tsv columns are those of
    /// the first 10,000 rows.</summary>
    /// <param name="source">What to look at; a filter and slices are checked as well.</param>
    /// <exception cref="DataException">The source is missing, empty or malformed, or the filter is not valid.</exception>
    public static IReadOnlyList<(string Name, ColumnType Type)> Describe(SourceOptions source)
    {
        using ISource opened = Open(source, SourceFiles(source));
        return opened.Describe();
    }

    /// <summary>The files that the source's paths and globs name, absolute, in ordinal order of path; empty for SQL.</summary>
    /// <param name="source">What to look at.</param>
    /// <exception cref="DataException">A path or glob names no file.</exception>
    public static IReadOnlyList<string> Files(SourceOptions source) =>
        source.Sql is null ? FileFinder.Find(source.Paths, source.BaseDirectory) : [];

    /// <summary>The files that the source's SQL names, absolute, in ordinal order of path; empty without SQL.</summary>
    /// <param name="source">What to look at.</param>
    /// <exception cref="DataException">The statement is refused, or a path or glob names no file.</exception>
    public static IReadOnlyList<string> FilesOfSql(SourceOptions source) => source.Sql is not { } sql ? []
        : FileFinder.Find(UserSql.CheckStatement(sql, source.BaseDirectory, "data.source.sql").Paths, source.BaseDirectory);

    /// <summary>Whether a file is of a binary format and carries no checksum of its own, so that bytes that changed on the way are read as
    /// other content: parquet, and zstd without the checksum of its frames. Gzip has one; a change of plain text stands in the text.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataException">A zstd file is damaged or cut off.</exception>
    public static bool LacksChecksum(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".parquet" => true,
        ".zst" => !CompressedFile.ZstdHasChecksum(path),
        _ => false,
    };

    private static ISource Open(SourceOptions source, IReadOnlyList<SourceFile> files) =>
        source.Sql is { } sql ? TypedSources.OfSql(sql, source)
        : files[0].IsDelimited ? new DelimitedSource(files, source)
        : TypedSources.OfFiles(files, source);

    private static SourceFile[] SourceFiles(SourceOptions source)
    {
        SourceFile[] files = [.. Files(source).Select(SourceFile.Of)];
        if (source.Sql is not null) return files;
        if (files.Length == 0) throw new DataException("data.source names no file");
        foreach (SourceFile file in files)
        {
            file.RequireContent();
            if (file.IsDelimited != files[0].IsDelimited
                || (!file.IsDelimited && (file.Format, file.Compression) != (files[0].Format, files[0].Compression)))
                throw new DataException($"{file.Path} and {files[0].Path} are files of different kinds; "
                    + "files read together must be of one kind");
        }
        return files;
    }
}

/// <summary>A native library that Gate needs is not installed. The message says what to run.</summary>
/// <param name="message">One line for the user.</param>
/// <param name="inner">The loader's error.</param>
public sealed class NativeLibraryMissingException(string message, Exception? inner = null) : Exception(message, inner);
