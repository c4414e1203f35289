namespace Gate.Models.Onnx.Graphs;

/// <summary>What an input or output of a graph holds.</summary>
internal enum PortKind
{
    Tensor,

    /// <summary>A list of maps, one a row, from class to score, as <c>ZipMap</c> gives it.</summary>
    Maps,

    /// <summary>Anything else (optional, sparse, opaque values), or nothing that the file says.</summary>
    Other,
}

/// <summary>An input or output of a graph.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Element">The type of its elements; for maps that of the scores.</param>
/// <param name="Shape">Its dimensions, -1 for one that the file leaves open; null where it does not say how many there are.</param>
internal sealed record OnnxPort(string Name, PortKind Kind, ElementType Element, IReadOnlyList<long>? Shape)
{
    /// <summary>How many values a row has: 1 for a list of values, -1 where the file leaves it open. No table is as wide as the largest
    /// number, which stands for all beyond it.</summary>
    public int Width => Shape switch
    {
        null => -1,
        { Count: 0 or 1 } => 1,
        { } shape => shape.Skip(1).Any(size => size < 0) ? -1
            : (int)shape.Skip(1).Aggregate(1L, (all, size) => Math.Min(all * size, int.MaxValue)),
    };

    /// <summary>The number of rows where it is fixed, else -1.</summary>
    public long Rows => Shape is { Count: > 0 } ? Shape[0] : -1;
}
