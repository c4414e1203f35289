using Gate.Wording;

namespace Gate.Evaluation.Proposals;

/// <summary>A name for the policy of a file.</summary>
internal static class PolicyName
{
    private const string OfNothing = "data";

    /// <summary>What the file's name says before its first dot, on one line and not too long; hidden files begin with a dot.</summary>
    public static string Of(string source) => Path.GetFileName(source).Split('.').Select(part => Shown.Of(part).Trim())
        .FirstOrDefault(part => part.Length > 0, OfNothing);
}
