namespace Gate.Evaluation.Results;

/// <summary>The policy that is to take the place of the one that judged: what it changes, and what it would say.</summary>
/// <param name="Proposed">Its path as given, with forward slashes.</param>
/// <param name="Loosening">What the policy that judged says of a looser one: <c>warn</c>, <c>forbid</c> or <c>allow</c>.</param>
/// <param name="Changes">What the two say differently, the loosest first.</param>
public sealed record PolicyChangeFacts(string Proposed, string Loosening, IReadOnlyList<PolicyChangeFact> Changes)
{
    /// <summary>What the proposed policy says of the same candidate; null where it changes nothing that is judged, and where it could not
    /// judge.</summary>
    public ProposedVerdict? Says { get; init; }

    /// <summary>Why the proposed policy could not judge; null where it could, or was not asked.</summary>
    public string? Unjudged { get; init; }

    /// <summary>The changes that loosen something, or may: those of the candidate are what is judged, and none of these.</summary>
    public IEnumerable<PolicyChangeFact> Loosened() =>
        Changes.Where(change => !change.Candidate && change.Effect is "looser" or "undecidable");

    /// <summary>What the changes do to the run: <c>pass</c>, <c>warn</c> or <c>fail</c>.</summary>
    public Verdict Weigh() => (Loosening, Loosened().Any()) switch
    {
        ("allow", _) or (_, false) => Verdict.Pass,
        ("warn", _) => Verdict.Warn,
        _ => Verdict.Fail,
    };
}

/// <summary>One change of a policy.</summary>
/// <param name="Path">The key; conditions by their id.</param>
/// <param name="Effect"><c>looser</c>, <c>undecidable</c>, <c>tighter</c> or <c>neutral</c>.</param>
/// <param name="Reason">Why, as a clause.</param>
/// <param name="Candidate">Whether it is a change of what is judged.</param>
/// <param name="Before">What the policy that judged writes; null where it does not give the key.</param>
/// <param name="After">What the proposed one writes; null where it does not give the key.</param>
public sealed record PolicyChangeFact(string Path, string Effect, string Reason, bool Candidate, PolicyWordsFact? Before,
    PolicyWordsFact? After);

/// <summary>What a policy writes for a key.</summary>
/// <param name="Line">The line.</param>
/// <param name="Text">The value on one line, cut where it is long.</param>
/// <param name="Source">The command-line option that it came from; null for the file.</param>
public sealed record PolicyWordsFact(int Line, string Text, string? Source)
{
    /// <summary>The file, where that is one that the policy extends; null for the policy itself.</summary>
    public string? File { get; init; }
}

/// <summary>What the proposed policy says.</summary>
/// <param name="Verdict">Its verdict.</param>
/// <param name="Headline">The verdict in one plain sentence.</param>
public sealed record ProposedVerdict(Verdict Verdict, string Headline);
