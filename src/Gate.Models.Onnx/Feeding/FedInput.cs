using Gate.Models.Onnx.Graphs;

namespace Gate.Models.Onnx.Feeding;

/// <summary>An input of the graph and the columns that feed it, in the order of its values.</summary>
internal sealed record FedInput(OnnxPort Port, IReadOnlyList<string> Columns)
{
    /// <summary>Whether it takes texts.</summary>
    public bool IsText => Port.Element == ElementType.String;

    /// <summary>Its dimensions for a number of rows.</summary>
    public long[] ShapeOf(int rows)
    {
        // Without a shape of its own it is taken as rows and columns, which is what all converters write.
        if (Port.Shape is null) return [rows, Columns.Count];
        if (Port.Shape.Count <= 1) return [rows];
        return [rows, .. Port.Shape.Skip(1).Select(size => size < 0 ? Columns.Count : size)];
    }
}
