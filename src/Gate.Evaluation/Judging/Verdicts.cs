using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Evaluation.Judging;

/// <summary>From the outcome of a condition to what it means for the run. Nothing that could not be computed becomes a pass unless the
/// policy says so in words.</summary>
internal static class Verdicts
{
    public const Verdict Pass = Verdict.Pass, Warn = Verdict.Warn, Fail = Verdict.Fail, Inconclusive = Verdict.Inconclusive,
        Inform = Verdict.Inform;

    /// <summary>
    /// The outcome and the verdict of a condition with several parts (its bound, its regression). Each part has its own verdict first, so
    /// that one that the policy lets through cannot hide one that it does not.
    /// </summary>
    public static (Outcome Outcome, Verdict Verdict) Of(IReadOnlyList<Outcome> parts, ConditionSpec condition) => parts
        .Select(part => (Outcome: part, Verdict: Of(part, condition)))
        .MinBy(part => (part.Verdict, -Decision.Rank(part.Outcome)));

    public static Verdict Of(Outcome outcome, ConditionSpec condition) => condition.Level switch
    {
        Level.Inform => Inform,
        Level.Warn => Enforced(outcome, condition) is Pass ? Pass : Warn,
        _ => Enforced(outcome, condition),
    };

    /// <summary>The verdict of the run: the gravest of its findings.</summary>
    public static Verdict Of(VerdictCounts counts) => ResultRules.Of(counts);

    public static VerdictCounts Count(IReadOnlyList<Finding> findings) => ResultRules.Count(findings);

    /// <summary>The verdict of the run in one plain sentence.</summary>
    public static string Headline(VerdictCounts counts)
    {
        int judged = counts.Pass + counts.Warn + counts.Fail + counts.Inconclusive;
        if (judged == 0) return "Nothing was judged: all conditions only report.";
        var parts = new List<string>();
        if (counts.Fail > 0) parts.Add($"{counts.Fail} failed");
        if (counts.Inconclusive > 0) parts.Add($"{counts.Inconclusive} could not be decided on this much data");
        if (counts.Warn > 0) parts.Add($"{counts.Warn} warned");
        if (parts.Count == 0) return judged == 1 ? "The one condition passed." : $"All {judged} conditions passed.";
        if (counts.Pass > 0) parts.Add($"{counts.Pass} passed");
        return $"Of {judged} condition{(judged == 1 ? "" : "s")}, {string.Join(", ", parts)}.";
    }

    private static Verdict Enforced(Outcome outcome, ConditionSpec condition) => outcome switch
    {
        Outcome.Satisfied or Outcome.Reported => Pass,
        Outcome.Violated => Fail,
        Outcome.Inconclusive => Word(condition.OnInconclusive),
        _ => Word(condition.OnUndefined),
    };

    private static Verdict Word(Effect effect) => effect switch
    {
        Effect.Pass => Pass,
        Effect.Warn => Warn,
        Effect.Inconclusive => Inconclusive,
        _ => Fail,
    };
}
