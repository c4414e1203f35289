using System.Buffers.Binary;
using System.Text;
using Gate.Wording;

namespace Gate.Models.XGBoost;

/// <summary>Reads Universal Binary JSON (draft 12): numbers from the largest byte on, lists and maps also with their length and type in
/// front.</summary>
internal ref struct UbjFile
{
    private ReadOnlySpan<byte> rest;

    private UbjFile(ReadOnlySpan<byte> bytes) => rest = bytes;

    /// <summary>The value of a file.</summary>
    /// <exception cref="ModelException">It is no such file, or is cut off.</exception>
    public static FileNode Read(ReadOnlySpan<byte> bytes)
    {
        var file = new UbjFile(bytes);
        object? value = file.Value(file.Marker(), 0);
        return file.rest.TrimStart((byte)'N').IsEmpty ? new(value, "") : throw new ModelException("something follows after its end");
    }

    private object? Value(char marker, int depth)
    {
        if (depth > JsonFile.MostDepth) throw new ModelException($"its values lie more than {JsonFile.MostDepth} deep in each other");
        return marker switch
        {
            '{' => Map(depth),
            '[' => List(depth),
            'S' => Text(),
            'C' => ((char)Take(1)[0]).ToString(),
            'Z' => null,
            'T' => 1.0,
            'F' => 0.0,
            _ when Size(marker) > 0 => Number(marker),
            _ => throw new ModelException($"byte {(int)marker:x2} is no type of a value"),
        };
    }

    private Dictionary<string, object?> Map(int depth)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        (char? type, int count) = Head();
        if (type is not null) throw new ModelException("a map whose values all have one type is not read");
        for (int i = 0; count < 0 ? !Ends('}') : i < count; i++)
        {
            string key = Text();
            if (!map.TryAdd(key, Value(Marker(), depth + 1))) throw new ModelException($"'{Shown.Of(key)}' stands twice in one map");
        }
        return map;
    }

    private object List(int depth)
    {
        (char? type, int count) = Head();
        if (type is { } one && Size(one) > 0) return Numbers(one, count);
        // Values of these types would take no byte, so that a short file could announce as many as it likes.
        if (type is 'Z' or 'T' or 'F' or 'N') throw new ModelException("a list of values without content is not read");
        var list = new List<object?>();
        for (int i = 0; count < 0 ? !Ends(']') : i < count; i++) list.Add(Value(type ?? Marker(), depth + 1));
        return list.TrueForAll(value => value is double) ? list.ConvertAll(value => (double)value!).ToArray() : list;
    }

    private double[] Numbers(char type, int count)
    {
        int size = Size(type);
        if (count > rest.Length / size) throw CutOff();
        var numbers = new double[count];
        for (int i = 0; i < numbers.Length; i++) numbers[i] = Number(type);
        return numbers;
    }

    /// <summary>The type and the number of what follows, where they stand in front; -1 where an end marks it.</summary>
    private (char? Type, int Count) Head()
    {
        char? type = null;
        if (Ends('$')) type = (char)Take(1)[0];
        if (Ends('#')) return (type, Count());
        return type is null ? (null, -1) : throw new ModelException("a type stands in front of a list without its length");
    }

    /// <summary>Takes a byte if it is the one expected.</summary>
    private bool Ends(char expected)
    {
        while (rest is [(byte)'N', ..]) rest = rest[1..];
        if (rest.IsEmpty) throw CutOff();
        if (rest[0] != expected) return false;
        rest = rest[1..];
        return true;
    }

    private string Text()
    {
        int length = Count();
        return Encoding.UTF8.GetString(Take(length));
    }

    /// <summary>A length; everything that it counts takes at least one byte.</summary>
    private int Count()
    {
        char marker = Marker();
        double count = marker is 'd' or 'D' || Size(marker) == 0 ? -1 : Number(marker);
        if (count < 0) throw new ModelException("a length is no whole number from 0 on");
        return count <= rest.Length ? (int)count : throw CutOff();
    }

    private char Marker()
    {
        char marker;
        do marker = (char)Take(1)[0];
        while (marker == 'N');
        return marker;
    }

    private static int Size(char type) => type switch
    {
        'i' or 'U' => 1,
        'I' => 2,
        'l' or 'd' => 4,
        'L' or 'D' => 8,
        _ => 0,
    };

    private double Number(char type)
    {
        ReadOnlySpan<byte> bytes = Take(Size(type));
        return type switch
        {
            'i' => (sbyte)bytes[0],
            'U' => bytes[0],
            'I' => BinaryPrimitives.ReadInt16BigEndian(bytes),
            'l' => BinaryPrimitives.ReadInt32BigEndian(bytes),
            'L' => BinaryPrimitives.ReadInt64BigEndian(bytes),
            'd' => BinaryPrimitives.ReadSingleBigEndian(bytes),
            _ => BinaryPrimitives.ReadDoubleBigEndian(bytes),
        };
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > rest.Length) throw CutOff();
        ReadOnlySpan<byte> taken = rest[..count];
        rest = rest[count..];
        return taken;
    }

    private static ModelException CutOff() => new("it ends in the middle of a value; the file is cut off");
}
