namespace Gate.Models.MicrosoftMl.Zips;

/// <summary>The checksum of zip entries (CRC-32, ISO-HDLC; APPNOTE 4.4.7), which <c>ZipArchive</c> does not compare.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[] table = [.. Enumerable.Range(0, 256).Select(i =>
    {
        uint value = (uint)i;
        for (int bit = 0; bit < 8; bit++) value = (value & 1) != 0 ? (value >> 1) ^ Polynomial : value >> 1;
        return value;
    })];

    /// <summary>The checksum of bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint crc = ~0u;
        foreach (byte value in bytes) crc = (crc >> 8) ^ table[(byte)(crc ^ value)];
        return ~crc;
    }
}
