namespace Gate.Policy.Document;

/// <summary>Reads files out of the commits of the repository that a policy lies in. Nothing is fetched from elsewhere.</summary>
public interface ICommittedFiles
{
    /// <summary>A file of a commit.</summary>
    /// <param name="revision">The commit, or a branch or tag that names it.</param>
    /// <param name="path">The file from the repository's top, with forward slashes.</param>
    /// <exception cref="IOException">There is no such commit or file, or it is too large; the message says which.</exception>
    CommittedFile Read(string revision, string path);
}

/// <summary>A file of a commit.</summary>
/// <param name="Commit">The commit's full name.</param>
/// <param name="Path">The file from the repository's top, with forward slashes.</param>
/// <param name="Bytes">Its bytes.</param>
public sealed record CommittedFile(string Commit, string Path, byte[] Bytes)
{
    /// <summary>The file with the commit's full name: <c>COMMIT:gate.yml</c>.</summary>
    public string Place => $"{Commit}:{Path}";

    /// <summary>The file as messages show it, as git writes it: <c>1a2b3c4d5e6f:gate.yml</c>.</summary>
    public string Shown => $"{Commit[..Math.Min(12, Commit.Length)]}:{Path}";
}
