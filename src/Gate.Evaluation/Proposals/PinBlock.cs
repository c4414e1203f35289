using System.Text;

namespace Gate.Evaluation.Proposals;

/// <summary>The digests of files as the block of a policy that pins them.</summary>
public static class PinBlock
{
    /// <summary>The block as YAML with a final newline: the key <c>digests</c> and one line a file.</summary>
    /// <param name="digests">Paths as the policy writes them, each with its <c>sha256:…</c>.</param>
    public static string Write(IReadOnlyList<KeyValuePair<string, string>> digests)
    {
        ArgumentNullException.ThrowIfNull(digests);
        var yaml = new StringBuilder("digests:  # of the files that are read; other bytes are an error\n");
        foreach ((string path, string digest) in digests)
            yaml.Append("  ").Append(ProposalWriter.Quote(path)).Append(": ").Append(digest).Append('\n');
        return yaml.ToString();
    }
}
