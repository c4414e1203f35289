using System.Text.Json;

namespace Gate.Evaluation.Results;

/// <summary>What holds in every result that a run wrote: the verdict and its counts follow from the findings. A result that contradicts
/// itself was edited, and a report of it would show both.</summary>
internal static class ResultRules
{
    /// <summary>How many findings have each verdict.</summary>
    public static VerdictCounts Count(IReadOnlyList<Finding> findings)
    {
        int Number(Verdict verdict) => findings.Count(finding => finding.Verdict == verdict);
        return new(Number(Verdict.Pass), Number(Verdict.Warn), Number(Verdict.Fail), Number(Verdict.Inconclusive), Number(Verdict.Inform))
        {
            PassedByPolicy = findings.Count(finding => finding.PassedByPolicy is not null),
        };
    }

    /// <summary>The verdict of the run: the gravest of its findings; a pass when they only report.</summary>
    public static Verdict Of(VerdictCounts counts) => counts switch
    {
        { Fail: > 0 } => Verdict.Fail,
        { Inconclusive: > 0 } => Verdict.Inconclusive,
        { Warn: > 0 } => Verdict.Warn,
        _ => Verdict.Pass,
    };

    /// <summary>The same, with what a change of the policy does to the run.</summary>
    public static Verdict Of(VerdictCounts counts, PolicyChangeFacts? change)
    {
        Verdict found = Of(counts);
        return change?.Weigh() is { } changed && changed < found ? changed : found;
    }

    /// <summary>Recounts a result.</summary>
    /// <exception cref="JsonException">It contradicts itself.</exception>
    public static void Require(GateResult result)
    {
        VerdictCounts counts = Count(result.Findings);
        if (counts != result.Counts)
            throw new JsonException($"it counts {result.Counts}, but its findings give {counts}");
        Verdict verdict = Of(counts, result.PolicyChange);
        if (result.Verdict != verdict)
            throw new JsonException($"its verdict is '{result.Verdict.Word()}', but its findings give '{verdict.Word()}'");
        foreach (Finding finding in result.Findings) Require(finding);
    }

    private static void Require(Finding finding)
    {
        string? wrong = finding switch
        {
            { Level: "inform" } when finding.Verdict != Verdict.Inform => "is only reported",
            { Level: not "inform", Verdict: Verdict.Inform } => $"has the level '{finding.Level}'",
            { Level: "enforce", Outcome: Outcome.Violated, WaivedBy: null } when finding.Verdict != Verdict.Fail => "violates its bound",
            { Outcome: Outcome.Violated, Verdict: Verdict.Pass } => "violates its bound",
            { Outcome: Outcome.Satisfied, Verdict: Verdict.Fail or Verdict.Inconclusive }
                when finding.Groups.All(group => group.Excluded is null) => "satisfies its bound",
            { Outcome: Outcome.Undefined or Outcome.Inconclusive, Verdict: Verdict.Pass, PassedByPolicy: null } =>
                "passed without evidence and names no key of the policy that let it pass",
            { PassedByPolicy: not null } when finding is not
                { Outcome: Outcome.Undefined or Outcome.Inconclusive, Verdict: Verdict.Pass } => "is said to have passed by policy",
            _ => null,
        };
        if (wrong is not null)
            throw new JsonException($"its finding '{finding.Id}' {wrong}, and its verdict is '{finding.Verdict.Word()}'");
    }
}
