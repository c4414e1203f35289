using Gate.Models.Onnx.Wire;
using Gate.Wording;

namespace Gate.Models.Onnx.Graphs;

/// <summary>
/// Reads of an ONNX file what Gate has to know before ONNX Runtime sees it. Where protobuf would make one message of two parts, the file is
/// refused, so that both see the same.
/// </summary>
internal static class GraphReader
{
    /// <exception cref="ModelException">The bytes are no model, or keep something that Gate does not take.</exception>
    public static OnnxGraph Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        (long version, string producer, Parts? graph, GateProperties said) = (0, "", null, GateProperties.None);
        var opsets = new List<KeyValuePair<string, long>>();
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1 when reader.Type == WireType.Varint:
                    version = (long)reader.Varint();
                    break;
                case 2 when reader.Type == WireType.Bytes:
                    producer = Name(ref reader);
                    break;
                case 7 when reader.Type == WireType.Bytes:
                    if (graph is not null) throw Twice("the graph");
                    graph = Graph(reader.Bytes(), [], 0);
                    break;
                case 8 when reader.Type == WireType.Bytes:
                    if (opsets.Count == 100) throw TooMany("sets of operators", 100);
                    opsets.Add(Opset(reader.Bytes()));
                    break;
                case 14 when reader.Type == WireType.Bytes:
                    said = said.With(reader.Bytes());
                    break;
                case 20 when reader.Type == WireType.Bytes:
                    throw new ModelException("carries what it would need to be trained further (training_info); export it for inference");
                case 25 when reader.Type == WireType.Bytes:
                    throw new ModelException("defines functions of its own, which Gate does not take; write them out (onnx.inliner) before "
                        + "saving it");
                default:
                    reader.Skip();
                    break;
            }
        }
        if (graph is null) throw new ModelException("is no ONNX model: it has no graph");
        return new(version, producer, opsets, [.. graph.Inputs.Where(input => !graph.Values.Contains(input.Name))], graph.Outputs,
            graph.Nodes, graph.Inner) { Said = said, Constants = graph.Constants };
    }

    /// <summary>The steps of a graph inside a step; those of graphs inside them are added to <paramref name="inner"/>.</summary>
    internal static IReadOnlyList<OnnxNode> Nodes(ReadOnlySpan<byte> bytes, List<OnnxNode> inner, int depth) =>
        Graph(bytes, inner, depth).Nodes;

    /// <summary>A text that names something, which no file has reason to make long.</summary>
    internal static string Name(ref WireReader reader)
    {
        string text = reader.Text();
        return text.Length <= OnnxLimits.NameLength ? text
            : throw new ModelException($"is damaged: a name in it has more than {OnnxLimits.NameLength} characters");
    }

    internal static ModelException Twice(string what) => new($"is damaged: it has {what} twice");

    internal static ModelException TooMany(string what, int most) =>
        new(FormattableString.Invariant($"is too large for Gate: it has more than {most:N0} {what}"));

    internal static ModelException Sparse() => new("has sparse tensors, which Gate does not take; save it with dense ones");

    private sealed record Parts(List<OnnxPort> Inputs, List<OnnxPort> Outputs, List<OnnxNode> Nodes, List<OnnxNode> Inner,
        HashSet<string> Values, Dictionary<string, double[]> Constants);

    private static Parts Graph(ReadOnlySpan<byte> bytes, List<OnnxNode> inner, int depth)
    {
        var reader = new WireReader(bytes);
        var parts = new Parts([], [], [], inner, new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1 when reader.Type == WireType.Bytes:
                    if (parts.Nodes.Count + inner.Count >= OnnxLimits.Nodes) throw TooMany("steps", OnnxLimits.Nodes);
                    parts.Nodes.Add(NodeReader.Read(reader.Bytes(), inner, depth));
                    break;
                case 5 when reader.Type == WireType.Bytes:
                    if (parts.Values.Count == OnnxLimits.Tensors) throw TooMany("tensors", OnnxLimits.Tensors);
                    ReadOnlySpan<byte> tensor = reader.Bytes();
                    (long elements, string name) = TensorReader.Check(tensor);
                    parts.Values.Add(name);
                    if (elements <= OnnxLimits.ConstantEntries && tensor.Length <= OnnxLimits.ConstantBytes
                        && TensorNumbers.Read(tensor) is { } numbers)
                        parts.Constants[name] = numbers;
                    break;
                case 11 or 12 when reader.Type == WireType.Bytes:
                    List<OnnxPort> ports = reader.Field == 11 ? parts.Inputs : parts.Outputs;
                    if (ports.Count == OnnxLimits.Ports) throw TooMany("inputs or outputs", OnnxLimits.Ports);
                    ports.Add(TypeReader.Port(reader.Bytes()));
                    break;
                case 15 when reader.Type == WireType.Bytes:
                    throw Sparse();
                default:
                    reader.Skip();
                    break;
            }
        }
        return parts;
    }

    private static KeyValuePair<string, long> Opset(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        (string domain, long version) = ("", 0);
        while (reader.Next())
        {
            if (reader.Is(1, WireType.Bytes)) domain = Name(ref reader);
            else if (reader.Is(2, WireType.Varint)) version = (long)reader.Varint();
            else reader.Skip();
        }
        return new(domain == "ai.onnx" ? "" : Shown.Of(domain), version);
    }
}
