using Gate.Evaluation.Results;
using Gate.Wording;

namespace Gate.Tracking.Logging;

/// <summary>The tags that Gate gives a run.</summary>
public static class RunTags
{
    /// <summary>The verdict: <c>pass</c>.</summary>
    public const string Verdict = "verdict";

    /// <summary>The policy's name.</summary>
    public const string Policy = "policy";

    /// <summary>The digest of the policy.</summary>
    public const string PolicyDigest = "policy_digest";

    /// <summary>The digest of the candidate.</summary>
    public const string ModelDigest = "model_digest";

    /// <summary>What was asked of which rows (<see cref="VerdictIdentity.Sha256"/>).</summary>
    public const string Identity = "identity";

    /// <summary>The measured rows (<see cref="VerdictIdentity.TestRows"/>).</summary>
    public const string TestRows = "test_rows";

    /// <summary>The longest text of a tag that every server takes.</summary>
    public const int Longest = 5000;

    private const string Mlflow = "mlflow.", Version = "gate_version", Headline = "headline", Link = "link";
    private static readonly string[] own = [Verdict, Policy, PolicyDigest, ModelDigest, Identity, TestRows, Version, Headline, Link];

    /// <summary>Holds that a policy sets none of Gate's tags, so that nobody can say what only a verdict may.</summary>
    /// <param name="tags">The policy's tags.</param>
    /// <exception cref="TrackingException">It does, or a name is none.</exception>
    public static void Require(IEnumerable<RunText> tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        foreach (RunText tag in tags)
            if (own.Contains(StoredNames.Key(tag.Key)) || tag.Key.StartsWith(Mlflow, StringComparison.Ordinal))
                throw new TrackingException(TrackingFault.Asked,
                    $"tracking.mlflow.tags: '{Shown.Of(tag.Key)}' is set by Gate itself; give the tag another name");
    }

    /// <summary>The tags of a result.</summary>
    internal static IEnumerable<RunText> Of(TrackedResult tracked)
    {
        GateResult result = tracked.Result;
        (string Key, string? Value)[] tags =
        [
            (Verdict, result.Verdict.Word()), (Headline, result.Headline), (Policy, result.Policy.Name),
            (PolicyDigest, Digest(result, "policy")), (ModelDigest, Digest(result, "model")),
            (Identity, result.Provenance.Identity?.Sha256), (TestRows, result.Provenance.Identity?.TestRows),
            (Version, result.Provenance.Gate), (Link, result.Run?.Link),
            ("mlflow.note.content", tracked.Note), ("mlflow.source.name", result.Policy.Path),
            ("mlflow.source.type", result.Run?.Link is null ? "LOCAL" : "JOB"), ("mlflow.source.git.commit", result.Run?.Commit),
        ];
        return [.. tracked.Tags, .. tags.Where(tag => tag.Value is not null).Select(tag => new RunText(tag.Key, Cut(tag.Value!, Longest)))];
    }

    /// <summary>The digest of a part of a result; null where there is none.</summary>
    internal static string? Digest(GateResult result, string role) =>
        result.Provenance.Digests.FirstOrDefault(digest => digest.Role == role)?.Sha256;

    /// <summary>A text of so many characters at most, with an ellipsis where it was cut.</summary>
    internal static string Cut(string text, int longest)
    {
        if (text.Length <= longest) return text;
        int end = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return text[..end] + "…";
    }
}
