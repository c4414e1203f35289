using System.Buffers.Binary;
using Gate.Models.Onnx.Graphs;
using Gate.Models.Onnx.Wire;

namespace Gate.Models.Onnx.Writing;

/// <summary>A tensor of values that stand in the file (<c>TensorProto</c>).</summary>
internal sealed record Constant(ElementType Element, long[] Shape, Array Values)
{
    public static Constant Of(double[] values, params long[] shape) => new(ElementType.Double, ShapeOf(values, shape), values);

    public static Constant Of(long[] values, params long[] shape) => new(ElementType.Int64, ShapeOf(values, shape), values);

    public static Constant Of(byte[] values, params long[] shape) => new(ElementType.UInt8, ShapeOf(values, shape), values);

    public static Constant Of(string[] values, params long[] shape) => new(ElementType.String, ShapeOf(values, shape), values);

    /// <summary>The message. Numbers are written as bytes, little-endian, whatever the machine.</summary>
    public WireWriter Write(string? name)
    {
        WireWriter tensor = new WireWriter().Varints(1, Shape).Varint(2, (int)Element);
        if (Values is string[] texts)
            foreach (string text in texts) tensor.Text(6, text);
        else tensor.Bytes(9, Raw());
        return name is null ? tensor : tensor.Text(8, name);
    }

    private byte[] Raw()
    {
        switch (Values)
        {
            case byte[] bytes:
                return bytes;
            case long[] whole:
                var eight = new byte[8 * whole.Length];
                for (int i = 0; i < whole.Length; i++) BinaryPrimitives.WriteInt64LittleEndian(eight.AsSpan(8 * i), whole[i]);
                return eight;
            default:
                double[] numbers = (double[])Values;
                var raw = new byte[8 * numbers.Length];
                for (int i = 0; i < numbers.Length; i++) BinaryPrimitives.WriteDoubleLittleEndian(raw.AsSpan(8 * i), numbers[i]);
                return raw;
        }
    }

    private static long[] ShapeOf(Array values, long[] shape) => shape.Length == 0 ? [values.Length] : shape;
}
