namespace Gate.Data.Reading;

/// <summary>Something that can be read as a table.</summary>
internal interface ISource : IDisposable
{
    SlicedTable Read(IProgress<ReadProgress>? progress, CancellationToken cancel);

    IReadOnlyList<(string Name, ColumnType Type)> Describe();
}
