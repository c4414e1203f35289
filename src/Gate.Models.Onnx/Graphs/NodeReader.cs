using Gate.Models.Onnx.Wire;

namespace Gate.Models.Onnx.Graphs;

/// <summary>Reads the steps of a graph.</summary>
internal static class NodeReader
{
    // Of whatever else has numbers with a fraction only their count is of interest.
    private static readonly HashSet<string> ofTrees = ["nodes_values", "nodes_values_as_tensor", "nodes_splits", "nodes_modes",
        "class_weights", "class_weights_as_tensor", "target_weights", "target_weights_as_tensor", "leaf_weights", "base_values",
        "base_values_as_tensor", "membership_values"];

    /// <summary>Reads one step; steps of graphs inside it are added to <paramref name="inner"/>.</summary>
    public static OnnxNode Read(ReadOnlySpan<byte> bytes, List<OnnxNode> inner, int depth)
    {
        var reader = new WireReader(bytes);
        (List<string> inputs, List<string> outputs) = ([], []);
        (string name, string kind, string domain) = ("", "", "");
        var attributes = new Dictionary<string, OnnxAttribute>(StringComparer.Ordinal);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1 or 2 when reader.Type == WireType.Bytes:
                    List<string> list = reader.Field == 1 ? inputs : outputs;
                    if (list.Count == OnnxLimits.Ports) throw GraphReader.TooMany("inputs or outputs of a step", OnnxLimits.Ports);
                    list.Add(GraphReader.Name(ref reader));
                    break;
                case 4 when reader.Type == WireType.Bytes:
                    kind = GraphReader.Name(ref reader);
                    break;
                case 5 when reader.Type == WireType.Bytes:
                    (name, OnnxAttribute value) = Attribute(reader.Bytes(), inner, depth);
                    if (!attributes.TryAdd(name, value)) throw GraphReader.Twice($"the attribute '{Wording.Shown.Of(name)}' of a step");
                    break;
                case 7 when reader.Type == WireType.Bytes:
                    domain = GraphReader.Name(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
        if (domain == "ai.onnx") domain = "";
        return new(kind, domain, inputs, outputs, attributes);
    }

    private static (string, OnnxAttribute) Attribute(ReadOnlySpan<byte> bytes, List<OnnxNode> inner, int depth)
    {
        var reader = new WireReader(bytes);
        string name = "";
        (List<long> ints, List<string> texts, long reals, bool tensor) = ([], [], 0, false);
        var numbers = new List<double>();
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1 when reader.Type == WireType.Bytes:
                    name = GraphReader.Name(ref reader);
                    break;
                case 3 or 8 when reader.Type == WireType.Varint || (reader.Field == 8 && reader.Type == WireType.Bytes):
                    reader.Varints(ints, OnnxLimits.ListEntries);
                    break;
                case 4 or 9 when reader.Type == WireType.Bytes:
                    if (texts.Count == OnnxLimits.ListEntries) throw GraphReader.TooMany("texts", OnnxLimits.ListEntries);
                    texts.Add(reader.Text());
                    break;
                case 5 when reader.Type == WireType.Bytes:
                    // Of two, protobuf would make one of the parts of both.
                    if (tensor) throw GraphReader.Twice("a tensor of a step");
                    tensor = true;
                    ReadOnlySpan<byte> values = reader.Bytes();
                    reals += TensorReader.Check(values).Elements;
                    // Every writer names an attribute before its values.
                    if (ofTrees.Contains(name)) numbers.AddRange(TensorNumbers.Read(values) ?? []);
                    break;
                case 10 when reader.Type == WireType.Bytes:
                    TensorReader.Check(reader.Bytes());
                    break;
                case 6 or 11 when reader.Type == WireType.Bytes:
                    if (depth == OnnxLimits.GraphDepth) throw new ModelException($"has graphs in graphs, more than {depth} deep");
                    inner.AddRange(GraphReader.Nodes(reader.Bytes(), inner, depth + 1));
                    break;
                case 7 when reader.Type is WireType.Bytes or WireType.Fixed32:
                    reals += reader.Floats(ofTrees.Contains(name) ? numbers : null, OnnxLimits.ListEntries);
                    break;
                case 22 or 23 when reader.Type == WireType.Bytes:
                    throw GraphReader.Sparse();
                default:
                    reader.Skip();
                    break;
            }
        }
        return (name, new(ints, texts, reals) { Numbers = numbers });
    }
}
