namespace Gate.Data.Reading;

/// <summary>Something that can be read as a table.</summary>
internal interface ISource : IDisposable
{
    SlicedTable Read(IProgress<ReadProgress>? progress, CancellationToken cancel);

    /// <summary>Hands out some columns of all rows block by block, in the order of the source; nothing of a block is kept.</summary>
    /// <param name="columns">The columns, each of which is there, in the order that blocks have.</param>
    /// <param name="rows">The least rows of a block, but for the last.</param>
    /// <param name="block">Takes a block.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancel">Stops it.</param>
    void ReadBlocks(IReadOnlyList<string> columns, int rows, Action<Table> block, IProgress<ReadProgress>? progress,
        CancellationToken cancel);

    IReadOnlyList<(string Name, ColumnType Type)> Describe();
}
