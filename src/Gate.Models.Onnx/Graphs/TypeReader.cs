using Gate.Models.Onnx.Wire;

namespace Gate.Models.Onnx.Graphs;

/// <summary>Reads what inputs and outputs hold.</summary>
internal static class TypeReader
{
    public static OnnxPort Port(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        string name = "";
        (PortKind Kind, ElementType Element, long[]? Shape)? type = null;
        while (reader.Next())
        {
            if (reader.Is(1, WireType.Bytes)) name = GraphReader.Name(ref reader);
            else if (reader.Is(2, WireType.Bytes)) type = type is null ? Type(reader.Bytes()) : throw GraphReader.Twice("a type");
            else reader.Skip();
        }
        var found = type ?? (PortKind.Other, ElementType.Undefined, null);
        return new(name, found.Kind, found.Element, found.Shape);
    }

    private static (PortKind, ElementType, long[]?) Type(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        (PortKind, ElementType, long[]?)? found = null;
        while (reader.Next())
        {
            if (reader.Type != WireType.Bytes || reader.Field is not (1 or 4 or 5 or 7 or 8 or 9))
            {
                reader.Skip();
                continue;
            }
            if (found is not null) throw GraphReader.Twice("a kind of values");
            int kind = reader.Field;
            ReadOnlySpan<byte> inner = reader.Bytes();
            found = kind switch { 1 => Tensor(inner), 4 => Sequence(inner), _ => (PortKind.Other, ElementType.Undefined, null) };
        }
        return found ?? (PortKind.Other, ElementType.Undefined, null);
    }

    private static (PortKind, ElementType, long[]?) Tensor(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        (ElementType element, List<long>? shape) = (ElementType.Undefined, null);
        while (reader.Next())
        {
            if (reader.Is(1, WireType.Varint)) element = (ElementType)(int)reader.Varint();
            else if (reader.Is(2, WireType.Bytes)) Shape(reader.Bytes(), shape ??= []);
            else reader.Skip();
        }
        return (PortKind.Tensor, element, shape?.ToArray());
    }

    private static void Shape(ReadOnlySpan<byte> bytes, List<long> shape)
    {
        var reader = new WireReader(bytes);
        while (reader.Next())
        {
            if (!reader.Is(1, WireType.Bytes))
            {
                reader.Skip();
                continue;
            }
            if (shape.Count == 16) throw new ModelException("is damaged: an input or output has more than 16 dimensions");
            shape.Add(Dimension(reader.Bytes()));
        }
    }

    private static long Dimension(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        long size = -1;
        while (reader.Next())
        {
            if (!reader.Is(1, WireType.Varint))
            {
                // A name in the place of a number leaves it open, also one that comes after a number.
                if (reader.Is(2, WireType.Bytes)) size = -1;
                reader.Skip();
                continue;
            }
            size = (long)reader.Varint();
            // Some converters write 0 or -1 where they mean any number.
            if (size <= 0) size = -1;
            if (size > int.MaxValue) throw new ModelException("is damaged: an input or output has a dimension beyond any table");
        }
        return size;
    }

    /// <summary>A list of maps from class to score; other lists are served as nothing that Gate could read.</summary>
    private static (PortKind, ElementType, long[]?) Sequence(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        PortKind kind = PortKind.Other;
        while (reader.Next())
        {
            if (reader.Is(1, WireType.Bytes)) kind = IsMap(reader.Bytes()) ? PortKind.Maps : PortKind.Other;
            else reader.Skip();
        }
        return (kind, kind == PortKind.Maps ? ElementType.Float : ElementType.Undefined, null);
    }

    private static bool IsMap(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        bool map = false;
        while (reader.Next())
        {
            map |= reader.Is(5, WireType.Bytes);
            reader.Skip();
        }
        return map;
    }
}
