using Gate.Policy.Document;
using Gate.Policy.Inheritance;

namespace Gate.Policy;

/// <summary>A policy before it is read.</summary>
public sealed record PolicySource
{
    private readonly CommittedFile? committed;

    /// <summary>A policy in a file.</summary>
    /// <param name="bytes">The file's bytes, UTF-8.</param>
    /// <param name="file">The policy's path as the user gave it, for messages.</param>
    public PolicySource(byte[] bytes, string file)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(file);
        (Bytes, File) = (bytes, file);
    }

    /// <summary>A policy in a commit. What it extends is read from that commit too.</summary>
    /// <param name="file">The file of the commit.</param>
    public PolicySource(CommittedFile file)
        : this((file ?? throw new ArgumentNullException(nameof(file))).Bytes, file.Shown) => committed = file;

    /// <summary>The file's bytes, UTF-8.</summary>
    public byte[] Bytes { get; }

    /// <summary>The policy's path as the user gave it, for messages.</summary>
    public string File { get; }

    /// <summary>Values that replace keys, as <c>--set model.threshold=0.4</c> gives them: path and YAML text, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Overrides { get; init; } = [];

    /// <summary>Reads policies out of commits, for those that extend one there; null where that cannot be done.</summary>
    public ICommittedFiles? CommittedFiles { get; init; }

    internal PolicyPart Part => new(File, Bytes) { Committed = committed, FullPath = committed is null ? Path.GetFullPath(File) : null };

    /// <summary>A policy in a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="PolicyException">There is no such file, it cannot be read, or it is too large.</exception>
    public static PolicySource OfFile(string path) => new(PolicyReader.ReadBytes(path, path), path);
}
