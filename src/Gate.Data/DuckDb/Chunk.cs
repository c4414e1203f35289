using static Gate.Data.DuckDb.NativeMethods;

namespace Gate.Data.DuckDb;

/// <summary>Some thousand rows of a result; valid only while it is being handed out.</summary>
internal readonly ref struct Chunk(nint chunk)
{
    public int Count { get; } = (int)duckdb_data_chunk_get_size(chunk);

    public ColumnVector this[int column]
    {
        get
        {
            nint vector = duckdb_data_chunk_get_vector(chunk, (ulong)column);
            return new ColumnVector(duckdb_vector_get_data(vector), duckdb_vector_get_validity(vector), Count);
        }
    }
}

/// <summary>One column of a <see cref="Chunk"/>: values and one validity bit a row.</summary>
internal readonly unsafe ref struct ColumnVector(nint data, nint validity, int count)
{
    private readonly ulong* valid = (ulong*)validity;

    public int Count { get; } = count;

    /// <summary>Whether every row has a value.</summary>
    public bool AllValid => valid == null;

    public bool IsValid(int row) => valid == null || (valid[row >> 6] >> (row & 63) & 1) != 0;

    public ReadOnlySpan<T> Values<T>() where T : unmanaged => new((void*)data, Count);
}
