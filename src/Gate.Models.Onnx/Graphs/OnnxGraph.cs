namespace Gate.Models.Onnx.Graphs;

/// <summary>What Gate needs to know of an ONNX file.</summary>
/// <param name="IrVersion">The version of the file format.</param>
/// <param name="Producer">What wrote it, or nothing.</param>
/// <param name="Opsets">The versions of the operators, by domain.</param>
/// <param name="Inputs">What must be fed, in the order of the file; without those that have a value in the file.</param>
/// <param name="Outputs">What it answers.</param>
/// <param name="Nodes">The steps of the main graph.</param>
/// <param name="InnerNodes">The steps of graphs inside steps.</param>
internal sealed record OnnxGraph(long IrVersion, string Producer, IReadOnlyList<KeyValuePair<string, long>> Opsets,
    IReadOnlyList<OnnxPort> Inputs, IReadOnlyList<OnnxPort> Outputs, IReadOnlyList<OnnxNode> Nodes, IReadOnlyList<OnnxNode> InnerNodes)
{
    /// <summary>The small tensors of numbers that the file brings, by name.</summary>
    public IReadOnlyDictionary<string, double[]> Constants { get; init; } = new Dictionary<string, double[]>();

    /// <summary>What a file that Gate wrote says of itself; nothing in other files.</summary>
    public GateProperties Said { get; init; } = GateProperties.None;
}
