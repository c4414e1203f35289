using System.Security.Cryptography;
using System.Text;
using Gate.Evaluation.Results;
using Gate.Reporting.Text;

namespace Gate.Reporting.Remarks;

/// <summary>What stands in the way, as a remark on a line of a policy: what formats for code scanners are made of.</summary>
/// <param name="Rule">What it is about: the condition's id, or the key of the policy.</param>
/// <param name="Meaning">The rule in words.</param>
/// <param name="IsError">Whether it holds the model back; else it warns.</param>
/// <param name="Message">What was found.</param>
/// <param name="File">The file, relative, as part of an address.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1; 0 when unknown.</param>
/// <param name="Fingerprint">The same in every run for the same condition of the same policy, whatever is found and wherever it
/// stands.</param>
internal sealed record PolicyRemark(string Rule, string Meaning, bool IsError, string Message, string File, int Line, int Column,
    string Fingerprint)
{
    /// <summary>The remarks of a result: conditions that failed, are undecided or warn, and changes that loosen the policy.</summary>
    internal static IReadOnlyList<PolicyRemark> Of(GateResult result) =>
    [
        .. result.Findings.Where(finding => finding.Verdict is Verdict.Fail or Verdict.Inconclusive or Verdict.Warn)
            .Select(finding => Of(result, finding)),
        .. result.PolicyChange is null or { Loosening: "allow" } ? []
            : result.PolicyChange.Loosened().Select(change => Of(result, result.PolicyChange, change)),
    ];

    private static PolicyRemark Of(GateResult result, Finding finding) => new(PlainText.Clean(finding.Id),
        PlainText.Clean($"{Phrases.Condition(finding)}: {Phrases.Bound(finding.Bound)}"), finding.Verdict != Verdict.Warn,
        PlainText.Clean(finding.Sentence), Address(PolicyPlaces.FileOf(result, finding)), Math.Max(1, finding.Line), finding.Column,
        Digest(result, finding.Id));

    private static PolicyRemark Of(GateResult result, PolicyChangeFacts facts, PolicyChangeFact change) => new(
        PlainText.Clean($"policy/{change.Path}"), "The policy that is to take its place is no looser.", facts.Loosening == "forbid",
        PlainText.Clean($"{change.Path} is {change.Effect}: {change.Reason}"), Address(change.After?.File ?? facts.Proposed),
        Math.Max(1, change.After?.Line ?? 1), 0, Digest(result, $"policy/{change.Path}"));

    // A path outside the repository is no address in it; its name has to do.
    private static string Address(string path)
    {
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        bool outside = path.StartsWith('/') || path.Contains(':', StringComparison.Ordinal) || parts.Contains("..");
        return string.Join('/', (outside ? parts.TakeLast(1) : parts.Where(part => part != ".")).Select(Uri.EscapeDataString));
    }

    private static string Digest(GateResult result, string rule) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{result.Policy.Name}\n{rule}")));
}
