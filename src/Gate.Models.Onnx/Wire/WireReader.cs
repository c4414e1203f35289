using System.Buffers.Binary;
using System.Text;

namespace Gate.Models.Onnx.Wire;

/// <summary>
/// Reads one protobuf message, field by field. Nothing is trusted: a field that reaches beyond the message, a number of more than ten bytes
/// and the groups that protobuf has given up are errors.
/// </summary>
internal ref struct WireReader
{
    private const int LongestVarint = 10;
    private readonly ReadOnlySpan<byte> message;
    private int at;

    public WireReader(ReadOnlySpan<byte> message) => this.message = message;

    /// <summary>The number of the field that was read last.</summary>
    public int Field { get; private set; }

    /// <summary>How its value is written.</summary>
    public WireType Type { get; private set; }

    /// <summary>Goes to the next field, whose value must then be read or skipped; false at the end.</summary>
    public bool Next()
    {
        if (at == message.Length) return false;
        ulong tag = Varint();
        if (tag > uint.MaxValue || tag >> 3 == 0) throw Broken("a field has no number");
        (Field, Type) = ((int)(tag >> 3), (WireType)(tag & 7));
        return Type is WireType.Varint or WireType.Fixed64 or WireType.Bytes or WireType.Fixed32 ? true
            : throw Broken("a field is of an unknown kind");
    }

    /// <summary>Whether the field that was read last is this one, written in this way. A known number written in another way is an unknown
    /// field to protobuf, and is skipped here as there.</summary>
    public readonly bool Is(int field, WireType type) => Field == field && Type == type;

    public ulong Varint()
    {
        ulong value = 0;
        for (int i = 0; i < LongestVarint; i++)
        {
            if (at == message.Length) throw Cut();
            byte next = message[at++];
            value |= (ulong)(next & 0x7F) << (7 * i);
            if (next < 0x80) return value;
        }
        throw Broken("a number has more than ten bytes");
    }

    public uint Fixed32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public ReadOnlySpan<byte> Bytes()
    {
        ulong length = Varint();
        return length <= int.MaxValue ? Take((int)length) : throw Cut();
    }

    public string Text()
    {
        ReadOnlySpan<byte> bytes = Bytes();
        // A forest says these a million times.
        return bytes.SequenceEqual("LEAF"u8) ? "LEAF" : bytes.SequenceEqual("BRANCH_LEQ"u8) ? "BRANCH_LEQ" : Encoding.UTF8.GetString(bytes);
    }

    public void Skip()
    {
        switch (Type)
        {
            case WireType.Varint:
                Varint();
                break;
            case WireType.Fixed64:
                Take(8);
                break;
            case WireType.Fixed32:
                Take(4);
                break;
            default:
                Bytes();
                break;
        }
    }

    /// <summary>Whole numbers of a repeated field, which may be written one by one or packed.</summary>
    public void Varints(List<long> into, int most)
    {
        if (Type == WireType.Varint) into.Add((long)Varint());
        else
        {
            var packed = new WireReader(Bytes());
            while (packed.at < packed.message.Length && into.Count <= most) into.Add((long)packed.Varint());
        }
        if (into.Count > most) throw Broken($"a list has more than {most} numbers");
    }

    /// <summary>Numbers of single precision of a repeated field, one by one or packed; their number comes back.</summary>
    /// <param name="into">Where they are added; null to count them only.</param>
    /// <param name="most">How many it may hold.</param>
    public int Floats(List<double>? into, int most)
    {
        ReadOnlySpan<byte> bytes = Type == WireType.Fixed32 ? Take(4) : Bytes();
        Room(into, bytes.Length / 4, most);
        for (int i = 0; into is not null && i + 4 <= bytes.Length; i += 4) into.Add(BinaryPrimitives.ReadSingleLittleEndian(bytes[i..]));
        return bytes.Length / 4;
    }

    /// <summary>The same of double precision.</summary>
    public void Doubles(List<double> into, int most)
    {
        ReadOnlySpan<byte> bytes = Type == WireType.Fixed64 ? Take(8) : Bytes();
        Room(into, bytes.Length / 8, most);
        for (int i = 0; i + 8 <= bytes.Length; i += 8) into.Add(BinaryPrimitives.ReadDoubleLittleEndian(bytes[i..]));
    }

    private static void Room(List<double>? into, int more, int most)
    {
        if (into is not null && more > most - into.Count) throw Broken($"a list has more than {most} numbers");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > message.Length - at) throw Cut();
        at += count;
        return message.Slice(at - count, count);
    }

    private static ModelException Cut() => Broken("it ends in the middle of a field; it may have been cut off");

    private static ModelException Broken(string why) => new($"is no ONNX model, or is damaged: {why}");
}
