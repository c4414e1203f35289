namespace Gate.Evaluation.Results;

/// <summary>Where lines of policies stand that a host can show.</summary>
public static class PolicyPlaces
{
    private const int ShortCommit = 12;

    /// <summary>The file of a finding in the working tree: of one out of a commit (<c>1a2b3c4d5e6f:rules/all.yml</c>) the path alone, from
    /// the repository's top.</summary>
    /// <param name="result">The result.</param>
    /// <param name="finding">One of its findings.</param>
    public static string FileOf(GateResult result, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(finding);
        string file = finding.File ?? result.Policy.Path;
        return file.Length > ShortCommit + 1 && file[ShortCommit] == ':' && file[..ShortCommit].All(char.IsAsciiHexDigitLower)
            ? file[(ShortCommit + 1)..] : file;
    }
}
