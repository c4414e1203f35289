using Gate.Models;
using Gate.Models.Serialization;

namespace Gate.Evaluation.Candidates;

/// <summary>Which model a candidate is: a digest, or the reason why it has none. No form can leave both out.</summary>
internal sealed record ModelDigest
{
    private ModelDigest(string? sha256, string? reason) => (Sha256, Reason) = (sha256, reason);

    /// <summary><c>sha256:…</c>; null where there is none.</summary>
    public string? Sha256 { get; }

    /// <summary>Why there is none; null where there is one.</summary>
    public string? Reason { get; }

    /// <summary>The digest of a model's own parameters.</summary>
    public static ModelDigest Of(IModel model) => model is IDigestedModel digested
        ? new(digested.Digest, null) : None($"a {model.Kind} has no form that could be digested");

    /// <summary>No digest, and why.</summary>
    /// <param name="reason">A reason that an auditor can live with.</param>
    public static ModelDigest None(string reason) => new(null, reason);
}
