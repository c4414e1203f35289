using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Gate.Models.Serialization;

/// <summary>
/// The canonical binary form of a model's parameters: little-endian, every text and list preceded by its length (so that no two models
/// share a form), negative zero written as zero and every NaN as the same one.
/// </summary>
internal sealed class CanonicalBytes
{
    private readonly ArrayBufferWriter<byte> buffer = new();

    public CanonicalBytes(IModel model)
    {
        Text("gate-model-1").Text(model.Kind).Number((int)model.Task).Texts(model.Features).Texts(model.Classes);
    }

    public long Length => buffer.WrittenCount;

    public string Digest() => Data.Digest.Of(buffer.WrittenSpan);

    public CanonicalBytes Number(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(buffer.GetSpan(4), value);
        buffer.Advance(4);
        return this;
    }

    public CanonicalBytes Number(double value)
    {
        double canonical = double.IsNaN(value) ? double.NaN : value == 0 ? 0 : value;
        BinaryPrimitives.WriteDoubleLittleEndian(buffer.GetSpan(8), canonical);
        buffer.Advance(8);
        return this;
    }

    public CanonicalBytes Text(string value)
    {
        int length = Encoding.UTF8.GetByteCount(value);
        Number(length);
        Encoding.UTF8.GetBytes(value, buffer.GetSpan(length));
        buffer.Advance(length);
        return this;
    }

    public CanonicalBytes Texts(IReadOnlyList<string> values)
    {
        Number(values.Count);
        foreach (string value in values) Text(value);
        return this;
    }

    public CanonicalBytes Numbers(ReadOnlySpan<double> values)
    {
        Number(values.Length);
        foreach (double value in values) Number(value);
        return this;
    }

    public CanonicalBytes Numbers(ReadOnlySpan<int> values)
    {
        Number(values.Length);
        foreach (int value in values) Number(value);
        return this;
    }
}
