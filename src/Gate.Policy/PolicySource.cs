using Gate.Policy.Document;

namespace Gate.Policy;

/// <summary>A policy before it is read.</summary>
public sealed record PolicySource
{
    /// <summary>A policy in a file.</summary>
    /// <param name="bytes">The file's bytes, UTF-8.</param>
    /// <param name="file">The policy's path as the user gave it, for messages.</param>
    public PolicySource(byte[] bytes, string file)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(file);
        (Bytes, File) = (bytes, file);
    }

    /// <summary>The file's bytes, UTF-8.</summary>
    public byte[] Bytes { get; }

    /// <summary>The policy's path as the user gave it, for messages.</summary>
    public string File { get; }

    /// <summary>Values that replace keys, as <c>--set model.threshold=0.4</c> gives them: path and YAML text, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Overrides { get; init; } = [];

    /// <summary>A policy in a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="PolicyException">There is no such file, it cannot be read, or it is too large.</exception>
    public static PolicySource OfFile(string path) => new(PolicyReader.ReadBytes(path, path), path);
}
