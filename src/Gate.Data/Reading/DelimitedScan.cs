using Gate.Data.DuckDb;

namespace Gate.Data.Reading;

/// <summary>
/// The SQL that reads csv and tsv files strictly, every field as text: Gate finds the types itself, from all rows. Columns go by
/// the numbers of the first file's header (c0, c1, …), so that no name can confuse DuckDB.
/// </summary>
internal sealed class DelimitedScan
{
    private readonly List<(CsvHeader Header, List<SourceFile> Files)> groups = [];

    internal DelimitedScan(IReadOnlyList<SourceFile> files, Func<Engine> engine)
    {
        foreach (SourceFile file in files)
        {
            CsvHeader header = CsvStart.Header(file, engine);
            if (groups.Count > 0) SameNames.Check(groups[0].Header.Names, groups[0].Files[0], header.Names, file);
            if (groups.Count > 0 && IsAlike(groups[^1], header, file)) groups[^1].Files.Add(file);
            else groups.Add((header, [file]));
        }
    }

    /// <summary>The names of the columns, as in the first file.</summary>
    internal IReadOnlyList<string> Names => groups[0].Header.Names;

    internal IEnumerable<SourceFile> Files => groups.SelectMany(group => group.Files);

    /// <summary>The header of one file.</summary>
    internal CsvHeader HeaderOf(SourceFile file) => groups.First(group => group.Files.Contains(file)).Header;

    /// <summary>Reads some columns of all files, file after file.</summary>
    internal string Select(IEnumerable<int> columns) =>
        string.Join(" UNION ALL ", groups.Select(group => $"SELECT {List(columns, group.Header)} FROM {Read(group.Header, group.Files)}"));

    private string List(IEnumerable<int> columns, CsvHeader header) =>
        string.Join(", ", columns.Select(column => $"c{Array.IndexOf(header.Names, Names[column])} AS c{column}"));

    private static string Read(CsvHeader header, List<SourceFile> files)
    {
        string paths = string.Join(", ", files.Select(file => Sql.Text(file.SqlPath)));
        string columns = string.Join(", ", Enumerable.Range(0, header.Names.Length).Select(i => $"'c{i}': 'VARCHAR'"));
        return $"read_csv([{paths}], auto_detect=false, header=true, delim={Sql.Text(header.Delimiter.ToString())}, quote='\"', "
            + "escape='\"', "
            + $"columns={{{columns}}}, compression='{files[0].Compression}', strict_mode=true, null_padding=false, ignore_errors=false)";
    }

    private static bool IsAlike((CsvHeader Header, List<SourceFile> Files) group, CsvHeader header, SourceFile file) =>
        group.Header.Delimiter == header.Delimiter && group.Files[0].Compression == file.Compression && group.Header.Names.AsSpan()
            .SequenceEqual(header.Names);
}
