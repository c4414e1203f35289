namespace Gate.Data.Reading;

/// <summary>How a file is read.</summary>
internal enum FileFormat
{
    Csv,
    Tsv,
    Json,
    NdJson,
    Parquet,
}

/// <summary>A file to read.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Format">How it is read, by its extension.</param>
/// <param name="Compression">DuckDB's name of the compression: none, gzip or zstd.</param>
internal sealed record SourceFile(string Path, FileFormat Format, string Compression)
{
    private static readonly Dictionary<string, FileFormat> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        [".csv"] = FileFormat.Csv,
        [".tsv"] = FileFormat.Tsv,
        [".json"] = FileFormat.Json,
        [".ndjson"] = FileFormat.NdJson,
        [".jsonl"] = FileFormat.NdJson,
        [".parquet"] = FileFormat.Parquet,
    };

    internal bool IsDelimited => Format is FileFormat.Csv or FileFormat.Tsv;

    internal bool IsCompressed => Compression != "none";

    /// <summary>The path for DuckDB, which would take brackets for a glob.</summary>
    internal string SqlPath => Path.Replace("[", "[[]", StringComparison.Ordinal);

    /// <summary>Whether a file's name says how it is read.</summary>
    internal static bool IsKnown(string path)
    {
        string extension = System.IO.Path.GetExtension(path);
        if (extension.ToLowerInvariant() is ".gz" or ".zst")
            extension = System.IO.Path.GetExtension(System.IO.Path.GetFileNameWithoutExtension(path));
        return Formats.ContainsKey(extension);
    }

    internal static SourceFile Of(string path)
    {
        string extension = System.IO.Path.GetExtension(path);
        string compression = extension.ToLowerInvariant() switch { ".gz" => "gzip", ".zst" => "zstd", _ => "none" };
        if (compression != "none") extension = System.IO.Path.GetExtension(System.IO.Path.GetFileNameWithoutExtension(path));
        if (!Formats.TryGetValue(extension, out FileFormat format))
            throw Refusal(path, isText: true) ?? new DataException($"{path}: the name does not say what the file is; expected it to end in "
                + ".csv, .tsv, .json, .ndjson, .jsonl or .parquet, optionally followed by .gz or .zst");
        if (format == FileFormat.Parquet && compression != "none")
            throw new DataException($"{path}: parquet files are compressed inside; decompress the file and name it .parquet");
        return new SourceFile(path, format, compression);
    }

    /// <summary>Makes sure that the file is not plainly something else than its name says.</summary>
    /// <exception cref="DataException">It is a pointer, a web page, a workbook, an archive, or text in another encoding.</exception>
    internal void RequireContent()
    {
        if (Refusal(Path, Format != FileFormat.Parquet && !IsCompressed) is { } refusal) throw refusal;
    }

    private static DataException? Refusal(string path, bool isText)
    {
        using FileStream file = File.OpenRead(path);
        var start = new byte[OtherFiles.Look];
        ReadOnlySpan<byte> read = start.AsSpan(0, file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
        string? what = OtherFiles.StandIn(read) ?? (isText ? OtherFiles.NoText(read) : null);
        return what is null ? null : new DataException($"{path} {what}");
    }
}
