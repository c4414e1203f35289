namespace Gate.Explain.Trees;

/// <summary>Rows as codes, lane by lane.</summary>
internal sealed class RowCodes(int rows, int numbers, int levels)
{
    /// <summary>So many rows are worked on at once; lanes have room for as many more, so that the last rows need no code of their own.
    /// What is made of the room is not read.</summary>
    public const int Step = 32;

    public int Rows => rows;

    public ushort[][] Numbers { get; } = [.. Enumerable.Range(0, numbers).Select(_ => new ushort[rows + Step])];

    public int[][] Levels { get; } = [.. Enumerable.Range(0, levels).Select(_ => new int[rows + Step])];
}
