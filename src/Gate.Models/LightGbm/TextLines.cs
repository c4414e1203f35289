namespace Gate.Models.LightGbm;

/// <summary>The lines of a file, one after the other.</summary>
internal ref struct TextLines(ReadOnlySpan<byte> text)
{
    private ReadOnlySpan<byte> rest = text;

    /// <summary>The number of the line that was read last, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Reads the next line, without its end.</summary>
    public bool TryNext(out ReadOnlySpan<byte> line)
    {
        line = default;
        if (rest.IsEmpty) return false;
        int end = rest.IndexOf((byte)'\n');
        line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[(end + 1)..];
        if (line.EndsWith("\r"u8)) line = line[..^1];
        Number++;
        return true;
    }
}
