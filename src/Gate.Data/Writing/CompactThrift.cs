using System.Text;

namespace Gate.Data.Writing;

/// <summary>Writes structures in Thrift's compact protocol, which the headers of Parquet files are in.</summary>
internal sealed class CompactThrift
{
    private const byte Int32 = 5, Int64 = 6, Binary = 8, List = 9, Struct = 12;

    private readonly List<byte> bytes = [];
    private readonly Stack<int> before = new();
    private int last;

    /// <summary>What was written.</summary>
    public byte[] Bytes => [.. bytes];

    public CompactThrift Number(int field, int value) => Header(field, Int32).ZigZag(value);

    public CompactThrift Long(int field, long value) => Header(field, Int64).ZigZag(value);

    public CompactThrift Text(int field, string value) => Header(field, Binary).Raw(value);

    public CompactThrift Numbers(int field, params int[] values)
    {
        Size(field, values.Length, Int32);
        foreach (int value in values) ZigZag(value);
        return this;
    }

    public CompactThrift Texts(int field, params string[] values)
    {
        Size(field, values.Length, Binary);
        foreach (string value in values) Raw(value);
        return this;
    }

    /// <summary>A structure as a field.</summary>
    public CompactThrift Inner(int field, Action<CompactThrift> write)
    {
        Header(field, Struct);
        return Nested(write);
    }

    /// <summary>A list of structures as a field.</summary>
    public CompactThrift Inners<T>(int field, IReadOnlyCollection<T> items, Action<CompactThrift, T> write)
    {
        Size(field, items.Count, Struct);
        foreach (T item in items) Nested(own => write(own, item));
        return this;
    }

    /// <summary>Ends the outermost structure.</summary>
    public CompactThrift End()
    {
        bytes.Add(0);
        return this;
    }

    /// <summary>A whole number in seven bits a byte, alone.</summary>
    public CompactThrift Unsigned(ulong value)
    {
        Variable(value);
        return this;
    }

    private CompactThrift Nested(Action<CompactThrift> write)
    {
        before.Push(last);
        last = 0;
        write(this);
        bytes.Add(0);
        last = before.Pop();
        return this;
    }

    /// <summary>The number of a field as its distance from the one before, and its type; fields ascend by less than 16.</summary>
    private CompactThrift Header(int field, byte type)
    {
        bytes.Add((byte)((field - last) << 4 | type));
        last = field;
        return this;
    }

    private void Size(int field, int count, byte type)
    {
        Header(field, List);
        if (count < 15) bytes.Add((byte)(count << 4 | type));
        else
        {
            bytes.Add((byte)(0xF0 | type));
            Variable((ulong)count);
        }
    }

    private CompactThrift Raw(string value)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(value);
        Variable((ulong)utf8.Length);
        bytes.AddRange(utf8);
        return this;
    }

    private CompactThrift ZigZag(long value)
    {
        Variable((ulong)(value << 1 ^ value >> 63));
        return this;
    }

    private void Variable(ulong value)
    {
        for (; value >= 0x80; value >>= 7) bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
    }
}
