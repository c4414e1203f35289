using System.Text;

namespace Gate.Tests.Models.Onnx;

/// <summary>Writes small ONNX files for tests, field by field of the standard's protobuf messages.</summary>
internal static class OnnxFile
{
    /// <summary>A field that is a message or a text.</summary>
    public static byte[] Field(int number, params ReadOnlySpan<byte[]> parts)
    {
        byte[] inside = Join(parts);
        return [.. Varint((ulong)((number << 3) | 2)), .. Varint((ulong)inside.Length), .. inside];
    }

    public static byte[] Field(int number, string text) => Field(number, Encoding.UTF8.GetBytes(text));

    public static byte[] Number(int number, long value) => [.. Varint((ulong)(number << 3)), .. Varint((ulong)value)];

    public static byte[] Join(params ReadOnlySpan<byte[]> parts)
    {
        var all = new List<byte>();
        foreach (byte[] part in parts) all.AddRange(part);
        return [.. all];
    }

    /// <summary>A whole file.</summary>
    public static byte[] Model(byte[] graph, int opset = 17, int classical = 3, int format = 8) => Join(Number(1, format), Field(2,
        "tests"),
        Field(7, graph), Field(8, Field(1, ""), Number(2, opset)), Field(8, Field(1, "ai.onnx.ml"), Number(2, classical)));

    /// <summary>A graph of parts that are made with the methods below.</summary>
    public static byte[] Graph(params ReadOnlySpan<byte[]> parts) => Join([Field(2, "g"), .. parts]);

    /// <summary>An input; -1 leaves a dimension open.</summary>
    public static byte[] Input(string name, int element, params ReadOnlySpan<long> dims) => Port(11, name, element, dims);

    public static byte[] Output(string name, int element, params ReadOnlySpan<long> dims) => Port(12, name, element, dims);

    /// <summary>A tensor of floats that the file brings.</summary>
    public static byte[] Floats(string name, long[] dims, params ReadOnlySpan<float> values) => Field(5, Tensor(name, dims, values));

    public static byte[] Tensor(string name, long[] dims, params ReadOnlySpan<float> values) =>
        Join([.. dims.Select(size => Number(1, size)), Number(2, 1), Field(8, name), Field(9, Bytes(values))]);

    /// <summary>A tensor of whole numbers that the file brings.</summary>
    public static byte[] Longs(string name, long[] dims, params long[] values) => Field(5, Join([.. dims.Select(size => Number(1, size)),
        Number(2, 7), Field(8, name), Field(9, [.. values.SelectMany(BitConverter.GetBytes)])]));

    /// <summary>A step with attributes.</summary>
    public static byte[] Node(string kind, string domain, string[] inputs, string[] outputs, params ReadOnlySpan<byte[]> attributes) =>
        Field(1, [.. inputs.Select(name => Field(1, name)), .. outputs.Select(name => Field(2, name)), Field(4, kind), .. attributes,
            Field(7, domain)]);

    public static byte[] Attribute(string name, params long[] values) =>
        Field(5, [Field(1, name), .. values.Select(value => Number(8, value)), Number(20, 7)]);

    public static byte[] Attribute(string name, params string[] values) =>
        Field(5, [Field(1, name), .. values.Select(value => Field(9, value)), Number(20, 8)]);

    public static byte[] Attribute(string name, params float[] values) => Field(5, Field(1, name), Field(7, Bytes(values)), Number(20, 6));

    public static byte[] One(string name, long value) => Field(5, Field(1, name), Number(3, value), Number(20, 2));

    public static byte[] One(string name, string value) => Field(5, Field(1, name), Field(4, value), Number(20, 3));

    /// <summary>A linear regression of two columns: 2 a + 3 b + 1.</summary>
    public static byte[] TwoColumns(int opset = 17, int classical = 1, int format = 8) => Model(Graph(Input("X", 1, -1, 2), Output("y", 1,
        -1, 1),
        Node("LinearRegressor", "ai.onnx.ml", ["X"], ["y"], Attribute("coefficients", 2f, 3f), Attribute("intercepts", 1f))), opset,
            classical,
        format);

    /// <summary>Trees of one column, as a classifier of the classes 0 and 1 with lists that a test may set.</summary>
    public static byte[] Tree(long[] left, long[] right, string[] modes, long[]? features = null, long[]? ids = null)
    {
        int count = left.Length;
        long[] zeros = new long[count];
        return Model(Graph(Input("X", 1, -1, 1), Output("label", 7, -1), Output("p", 1, -1, 2), Node("TreeEnsembleClassifier", "ai.onnx.ml",
            ["X"], ["label", "p"], Attribute("nodes_treeids", zeros),
            Attribute("nodes_nodeids", ids ?? [.. Enumerable.Range(0, count).Select(i => (long)i)]),
            Attribute("nodes_featureids", features ?? zeros), Attribute("nodes_values", new float[count]), Attribute("nodes_modes", modes),
            Attribute("nodes_truenodeids", left), Attribute("nodes_falsenodeids", right), Attribute("class_treeids", 0, 0),
            Attribute("class_nodeids", count - 2, count - 1), Attribute("class_ids", 0, 1), Attribute("class_weights", 1f, 1f),
            Attribute("classlabels_int64s", 0, 1))), 17, 1);
    }

    private static byte[] Port(int field, string name, int element, ReadOnlySpan<long> dims)
    {
        byte[][] shape = [.. dims.ToArray().Select(size => Field(1, size < 0 ? [] : Number(1, size)))];
        return Field(field, Field(1, name), Field(2, Field(1, Number(1, element), Field(2, shape))));
    }

    private static byte[] Bytes(ReadOnlySpan<float> values) => [.. values.ToArray().SelectMany(BitConverter.GetBytes)];

    private static byte[] Varint(ulong value)
    {
        var bytes = new List<byte>();
        for (; value > 0x7F; value >>= 7) bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
        return [.. bytes];
    }
}
