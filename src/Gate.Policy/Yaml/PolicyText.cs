using System.Globalization;
using System.Text;
using Gate.Policy.Document;
using Gate.Policy.Messages;

namespace Gate.Policy.Yaml;

/// <summary>The text of a policy: UTF-8 of limited size.</summary>
internal static class PolicyText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Decode(ReadOnlySpan<byte> bytes, Problems problems)
    {
        if (bytes.Length > PolicyLimits.Bytes) throw problems.Fatal(TooLarge(bytes.Length));
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) throw problems.Fatal("the file is UTF-16; save it as UTF-8");
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) bytes = bytes[3..];
        if (bytes.IndexOf((byte)0) is >= 0 and int zero)
            throw problems.Fatal(At(bytes, zero), "the file is binary (it contains a zero byte), not a YAML policy");
        string text;
        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw problems.Fatal(At(bytes, Math.Clamp(e.Index, 0, bytes.Length)), "the file is not UTF-8 text; save it as UTF-8");
        }
        if (string.IsNullOrWhiteSpace(text)) throw problems.Fatal("the file is empty; a policy starts with 'version: 1'");
        return text;
    }

    public static string TooLarge(long length) =>
        string.Create(CultureInfo.InvariantCulture,
            $"the file is {Math.Ceiling(length / 1048576.0):N0} MiB large; a policy "
            + $"has at most 1 MiB. Is this a data file?");

    private static Mark At(ReadOnlySpan<byte> bytes, int index)
    {
        ReadOnlySpan<byte> before = bytes[..index];
        ReadOnlySpan<byte> line = before[(before.LastIndexOf((byte)'\n') + 1)..];
        // Bytes that continue a character are not columns of their own.
        int column = 1;
        foreach (byte b in line) if ((b & 0xC0) != 0x80) column++;
        return new Mark(before.Count((byte)'\n') + 1, column);
    }
}
