using Gate.Wording;

namespace Gate.Evaluation.Proposals;

/// <summary>No column is clearly the label; the message lists the likeliest and names the option that says which.</summary>
/// <param name="candidates">The columns that may be it, the likeliest first.</param>
public sealed class LabelUnclearException(IReadOnlyList<LabelCandidate> candidates) : Exception(Text(candidates))
{
    private const int Most = 8;

    /// <summary>The columns that may be it, the likeliest first; at most eight.</summary>
    public IReadOnlyList<LabelCandidate> Candidates { get; } = [.. candidates.Take(Most)];

    private static string Text(IReadOnlyList<LabelCandidate> candidates)
    {
        if (candidates.Count == 0)
            return "no column looks like a label: each has another part (a protected attribute, an identifier, a date, a place, a weight, "
                + "a prediction, a mark of training and test rows) or tells nothing (free text, the same in every row, empty); name one "
                + $"with {PolicyProposer.LabelOption}";
        string more = candidates.Count > Most ? $"\n  and {candidates.Count - Most} more" : "";
        return $"which column is the label? Say it with {PolicyProposer.LabelOption}; the likeliest are:\n"
            + string.Join('\n', candidates.Take(Most).Select(Line)) + more;
    }

    private static string Line(LabelCandidate candidate) =>
        $"  {PolicyProposer.LabelOption} {Quoted(candidate.Name)}{(candidate.Reason.Length > 0 ? $"    {candidate.Reason}" : "")}";

    private static string Quoted(string name) =>
        name.All(c => char.IsLetterOrDigit(c) || c is '_' or '.' or '-') ? name
            : $"'{Shown.OneLine(name).Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
