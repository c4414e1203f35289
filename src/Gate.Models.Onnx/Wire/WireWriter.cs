using System.Buffers;
using System.Text;

namespace Gate.Models.Onnx.Wire;

/// <summary>Writes one protobuf message, field by field.</summary>
internal sealed class WireWriter
{
    private readonly ArrayBufferWriter<byte> buffer = new();

    public ReadOnlyMemory<byte> Written => buffer.WrittenMemory;

    public WireWriter Varint(int field, long value)
    {
        Tag(field, WireType.Varint);
        Raw((ulong)value);
        return this;
    }

    public WireWriter Bytes(int field, ReadOnlySpan<byte> value)
    {
        Tag(field, WireType.Bytes);
        Raw((ulong)value.Length);
        buffer.Write(value);
        return this;
    }

    public WireWriter Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public WireWriter Message(int field, WireWriter inner) => Bytes(field, inner.Written.Span);

    /// <summary>Whole numbers in one piece.</summary>
    public WireWriter Varints(int field, IEnumerable<long> values)
    {
        var packed = new WireWriter();
        foreach (long value in values) packed.Raw((ulong)value);
        return Message(field, packed);
    }

    private void Tag(int field, WireType type) => Raw(((ulong)field << 3) | (ulong)type);

    private void Raw(ulong value)
    {
        Span<byte> span = buffer.GetSpan(10);
        int length = 0;
        for (; value >= 0x80; value >>= 7) span[length++] = (byte)(value | 0x80);
        span[length++] = (byte)value;
        buffer.Advance(length);
    }
}
