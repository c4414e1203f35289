namespace Gate.Policy.Document;

/// <summary>One thing that two policies say differently.</summary>
/// <param name="Path">The key's path; conditions by their id: <c>conditions.four-fifths.min</c>.</param>
/// <param name="Effect">What it does to what is let through.</param>
/// <param name="Reason">Why, as a clause.</param>
/// <param name="Before">What the earlier policy writes; null where it does not give the key.</param>
/// <param name="After">What the later policy writes; null where it does not give the key.</param>
public sealed record PolicyChange(string Path, ChangeEffect Effect, string Reason, PolicyWords? Before, PolicyWords? After)
{
    /// <summary>Whether it is a change of what is judged (the section <c>model</c>) and not of how.</summary>
    public bool IsOfCandidate => Path == Candidate || Path.StartsWith(Candidate + ".", StringComparison.Ordinal);

    private const string Candidate = "model";
}

/// <summary>What a policy writes for a key.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Text">The value as YAML on one line, cut where it is long.</param>
/// <param name="Source">The command-line option that it came from, such as <c>--set model.threshold=0.4</c>; null for the file.</param>
public sealed record PolicyWords(Mark At, string Text, string? Source);
