using Gate.Models.Onnx.Wire;

namespace Gate.Models.Onnx.Graphs;

/// <summary>Looks at tensors that a file brings: their values are ONNX Runtime's, but not where they lie and how many they claim to
/// be.</summary>
internal static class TensorReader
{
    // Of the smallest elements four share a byte.
    private const long ElementsPerByte = 4;

    /// <summary>Checks a tensor; the number of its elements and its name come back.</summary>
    /// <exception cref="ModelException">Its values lie in another file, or are fewer than it claims.</exception>
    public static (long Elements, string Name) Check(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        var dims = new List<long>();
        string name = "";
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1 when reader.Type is WireType.Varint or WireType.Bytes:
                    reader.Varints(dims, 64);
                    break;
                case 8 when reader.Type == WireType.Bytes:
                    name = GraphReader.Name(ref reader);
                    break;
                case 13 when reader.Type == WireType.Bytes:
                    throw External();
                case 14 when reader.Type == WireType.Varint:
                    if ((int)reader.Varint() != 0) throw External();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
        return (Elements(dims, bytes.Length, name), name);
    }

    private static long Elements(List<long> dims, long bytes, string name)
    {
        long elements = 1;
        foreach (long size in dims)
        {
            if (size < 0 || size > OnnxLimits.Bytes) throw Claim(name);
            elements *= size;
            if (elements > bytes * ElementsPerByte) throw Claim(name);
        }
        return elements;
    }

    private static ModelException Claim(string name) =>
        new($"is damaged: the tensor '{Wording.Shown.Of(name)}' claims more values than the file has");

    private static ModelException External() => new("keeps values in another file (external data), which Gate does not read: a verdict is "
        + "bound to one file. Save it with its values inside (onnx.save with save_as_external_data=False)");
}
