using System.Security.Cryptography;

namespace Gate.Data;

/// <summary>SHA-256 digests in the form <c>sha256:9f86d0…</c>, which bind a verdict to what it was reached on.</summary>
public static class Digest
{
    /// <summary>The digest of bytes.</summary>
    /// <param name="bytes">What to digest.</param>
    public static string Of(ReadOnlySpan<byte> bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The digest of a file's bytes.</summary>
    /// <param name="path">The file.</param>
    public static string OfFile(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
