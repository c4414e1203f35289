using System.Buffers.Binary;
using Gate.Models.Onnx.Wire;

namespace Gate.Models.Onnx.Graphs;

/// <summary>Reads the numbers of a tensor that has been checked (<see cref="TensorReader"/>).</summary>
internal static class TensorNumbers
{
    /// <summary>Its numbers in their order; null where they are of a type that Gate does not read, or not as many as it claims.</summary>
    public static double[]? Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        (ElementType type, bool hasRaw) = (ElementType.Undefined, false);
        ReadOnlySpan<byte> raw = [];
        (List<double> reals, List<long> whole) = ([], []);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 2 when reader.Type == WireType.Varint:
                    type = (ElementType)(int)reader.Varint();
                    break;
                case 4 when reader.Type is WireType.Bytes or WireType.Fixed32:
                    reader.Floats(reals, OnnxLimits.ListEntries);
                    break;
                case 5 or 7 when reader.Type is WireType.Bytes or WireType.Varint:
                    reader.Varints(whole, OnnxLimits.ListEntries);
                    break;
                case 9 when reader.Type == WireType.Bytes:
                    raw = reader.Bytes();
                    hasRaw = true;
                    break;
                case 10 when reader.Type is WireType.Bytes or WireType.Fixed64:
                    reader.Doubles(reals, OnnxLimits.ListEntries);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
        bool isReal = type is ElementType.Float or ElementType.Double;
        double[]? numbers = hasRaw ? Raw(raw, type) : isReal ? [.. reals] : whole.ConvertAll(number => (double)number).ToArray();
        return numbers?.Length == TensorReader.Check(bytes).Elements ? numbers : null;
    }

    private static double[]? Raw(ReadOnlySpan<byte> raw, ElementType type)
    {
        int size = type switch
        {
            ElementType.Float or ElementType.Int32 => 4,
            ElementType.Double or ElementType.Int64 => 8,
            ElementType.UInt8 or ElementType.Bool => 1,
            _ => 0,
        };
        if (size == 0 || raw.Length % size != 0) return null;
        var numbers = new double[raw.Length / size];
        for (int i = 0; i < numbers.Length; i++)
        {
            ReadOnlySpan<byte> at = raw[(i * size)..];
            numbers[i] = type switch
            {
                ElementType.Float => BinaryPrimitives.ReadSingleLittleEndian(at),
                ElementType.Double => BinaryPrimitives.ReadDoubleLittleEndian(at),
                ElementType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(at),
                ElementType.Int64 => BinaryPrimitives.ReadInt64LittleEndian(at),
                _ => at[0],
            };
        }
        return numbers;
    }
}
