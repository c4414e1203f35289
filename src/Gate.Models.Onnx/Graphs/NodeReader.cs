using Gate.Models.Onnx.Wire;

namespace Gate.Models.Onnx.Graphs;

/// <summary>Reads the steps of a graph.</summary>
internal static class NodeReader
{
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
        return new(kind, domain, inputs, outputs, domain == OnnxNode.Classical ? attributes : []);
    }

    private static (string, OnnxAttribute) Attribute(ReadOnlySpan<byte> bytes, List<OnnxNode> inner, int depth)
    {
        var reader = new WireReader(bytes);
        string name = "";
        (List<long> ints, List<string> texts, long reals, bool tensor) = ([], [], 0, false);
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
                    reals += TensorReader.Check(reader.Bytes()).Elements;
                    break;
                case 10 when reader.Type == WireType.Bytes:
                    TensorReader.Check(reader.Bytes());
                    break;
                case 6 or 11 when reader.Type == WireType.Bytes:
                    if (depth == OnnxLimits.GraphDepth) throw new ModelException($"has graphs in graphs, more than {depth} deep");
                    inner.AddRange(GraphReader.Nodes(reader.Bytes(), inner, depth + 1));
                    break;
                case 7 when reader.Type is WireType.Bytes or WireType.Fixed32:
                    reals += reader.Type == WireType.Bytes ? reader.Bytes().Length / 4 : 1;
                    if (reader.Type == WireType.Fixed32) reader.Skip();
                    break;
                case 22 or 23 when reader.Type == WireType.Bytes:
                    throw GraphReader.Sparse();
                default:
                    reader.Skip();
                    break;
            }
        }
        return (name, new(ints, texts, reals));
    }
}
