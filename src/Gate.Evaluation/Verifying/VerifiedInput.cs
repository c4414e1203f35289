using Gate.Data;
using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Evaluation.Verifying;

/// <summary>An input that a verdict is bound to, held against what is there now.</summary>
/// <param name="Role">What it is: <c>policy</c>, <c>data</c>, <c>model</c>.</param>
/// <param name="Name">The file as the result writes it.</param>
/// <param name="Expected">The digest in the result.</param>
/// <param name="Found">The digest of what is there; null where it is no file, or there is none.</param>
/// <param name="IsFile">Whether it is a file; else only another run can tell.</param>
public sealed record VerifiedInput(string Role, string Name, string Expected, string? Found, bool IsFile)
{
    /// <summary>Whether it is another one than the result is bound to, or is not there.</summary>
    public bool Differs => IsFile && Found != Expected;

    /// <summary>Holds every input of a result against the files.</summary>
    /// <param name="result">The result.</param>
    /// <param name="policy">The policy that judged.</param>
    /// <param name="proposed">The policy whose candidate was judged by it; null where that is the same.</param>
    /// <param name="committed">Reads policies out of commits.</param>
    public static IReadOnlyList<VerifiedInput> Of(GateResult result, string policy, string? proposed, ICommittedFiles committed)
    {
        ArgumentNullException.ThrowIfNull(result);
        string directory = Path.GetDirectoryName(Path.GetFullPath(proposed ?? policy))!;
        return [.. result.Provenance.Digests.Select(digest => OfCommit(digest, committed) ?? Of(digest, digest.Role switch
        {
            "policy" => policy,
            "proposed policy" => proposed,
            _ => Path.Combine(directory, digest.Name),
        }))];
    }

    // A policy out of a commit has the commit before its path; no name of a file does.
    private static VerifiedInput? OfCommit(NamedDigest digest, ICommittedFiles committed)
    {
        int colon = digest.Name.IndexOf(':', StringComparison.Ordinal);
        if (colon < 40 || !digest.Role.EndsWith("policy", StringComparison.Ordinal)) return null;
        try
        {
            CommittedFile file = committed.Read(digest.Name[..colon], digest.Name[(colon + 1)..]);
            return new(digest.Role, digest.Name, digest.Sha256, Digest.Of(file.Bytes), true);
        }
        catch (IOException)
        {
            return new(digest.Role, digest.Name, digest.Sha256, null, true);
        }
    }

    // What has no size is no file: rows of a query, a model that the run trained.
    private static VerifiedInput Of(NamedDigest digest, string? path) => digest.Bytes is null
        ? new(digest.Role, digest.Name, digest.Sha256, null, false)
        : new(digest.Role, digest.Name, digest.Sha256, File.Exists(path) ? Digest.OfFile(path) : null, true);
}
