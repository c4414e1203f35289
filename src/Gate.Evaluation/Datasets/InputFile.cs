using Gate.Data;

namespace Gate.Evaluation.Datasets;

/// <summary>
/// A file that the run reads. Its digest is computed once, at the first need: before it is read where the policy pins it, else when the
/// result binds the verdict to it. How the file looked when it was found is kept, so that one that changes meanwhile is noticed.
/// </summary>
internal sealed class InputFile
{
    private readonly Lazy<string> digest;
    private readonly Lazy<bool> lacksChecksum;
    private readonly (long Length, DateTime Written) found;

    /// <summary>Takes a file down as it stands.</summary>
    /// <param name="role"><c>data</c>, <c>test</c>, <c>predictions</c> or <c>baseline</c>.</param>
    /// <param name="path">Its full path.</param>
    public InputFile(string role, string path)
    {
        (Role, Path, found) = (role, path, Look(path));
        digest = new(() => Data.Digest.OfFile(path));
        lacksChecksum = new(() => TableReader.LacksChecksum(path));
    }

    private InputFile(string role, InputFile same) =>
        (Role, Path, digest, lacksChecksum, found) = (role, same.Path, same.digest, same.lacksChecksum, same.found);

    public string Role { get; }

    public string Path { get; }

    /// <summary>The size when it was found.</summary>
    public long Length => found.Length;

    /// <summary>Its digest, as <c>sha256:…</c>.</summary>
    public string Digest => digest.Value;

    /// <summary>Whether nothing in the file would tell that bytes of it have changed (<see cref="TableReader.LacksChecksum"/>).</summary>
    public bool LacksChecksum => lacksChecksum.Value;

    /// <summary>The same file in another part.</summary>
    public InputFile As(string role) => new(role, this);

    /// <summary>The digest of what was read.</summary>
    /// <exception cref="DataException">The file has changed since it was found, so that digest and content may differ.</exception>
    public string DigestOfRead()
    {
        string value = Digest;
        return Look(Path) == found ? value
            : throw new DataException($"{Path} changed while it was read; run again when nothing writes to it");
    }

    private static (long, DateTime) Look(string path)
    {
        var info = new FileInfo(path);
        return info.Exists ? (info.Length, info.LastWriteTimeUtc) : (-1, default);
    }
}
