namespace Gate.Data;

/// <summary>Where a table comes from and how it is read.</summary>
public sealed record SourceOptions
{
    /// <summary>Paths or globs of csv, tsv, json, ndjson (jsonl) or parquet files, also with .gz or .zst; relative ones are resolved
    /// against <see cref="BaseDirectory"/>. Empty when <see cref="Sql"/> is given.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>A SELECT statement of DuckDB's SQL instead of paths. It may read files below <see cref="BaseDirectory"/> only.</summary>
    public string? Sql { get; init; }

    /// <summary>An SQL condition on the rows, or null for all rows.</summary>
    public string? Where { get; init; }

    /// <summary>Conditions on rows that <see cref="TableReader.ReadSliced"/> answers for each of them.</summary>
    public IReadOnlyList<SliceCondition> Slices { get; init; } = [];

    /// <summary>The directory that relative paths are resolved against: the policy's.</summary>
    public string BaseDirectory { get; init; } = ".";

    /// <summary>Texts that stand for a missing value in csv and tsv, besides the empty field.</summary>
    public IReadOnlyList<string> NaValues { get; init; } = [];

    /// <summary>The number of threads to read with; 0 for all cores. The table is the same for any number.</summary>
    public int Threads { get; init; }

    /// <summary>The most bytes that DuckDB may take, and that the numbers and codes of the table may; 0 for half of what the machine
    /// has. More is an error.</summary>
    public long Memory { get; init; }
}

/// <summary>An SQL condition on the rows of a table, which filters nothing.</summary>
/// <param name="Key">The policy's key that holds it, for messages: <c>conditions[2].where</c>.</param>
/// <param name="Sql">The condition.</param>
public sealed record SliceCondition(string Key, string Sql);

/// <summary>A table, and which of its rows are in each slice.</summary>
/// <param name="Table">The table.</param>
/// <param name="Slices">One list a slice, in the order of <see cref="SourceOptions.Slices"/>: one flag a row. A row for which the condition
/// is NULL is not in the slice.</param>
public sealed record SlicedTable(Table Table, IReadOnlyList<bool[]> Slices);

/// <summary>How far a long read has come.</summary>
/// <param name="Fraction">From 0 to 1, or null when not known.</param>
/// <param name="Rows">Rows read so far.</param>
public readonly record struct ReadProgress(double? Fraction, long Rows);
