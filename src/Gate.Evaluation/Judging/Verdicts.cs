using Gate.Evaluation.Deciding;
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

    /// <summary>The same where a group may have been left out for too little evidence: what that does to the run counts where it is graver,
    /// so that a comparison without one of its groups is no clean pass.</summary>
    public static (Outcome Outcome, Verdict Verdict) Of(IReadOnlyList<Outcome> parts, ConditionSpec condition, bool leavesOut)
    {
        (Outcome outcome, Verdict verdict) = Of(parts, condition);
        if (!leavesOut || condition.Level == Level.Inform) return (outcome, verdict);
        Verdict excluded = AtLevel(Word(condition.OnExcluded), condition.Level);
        return (outcome, excluded < verdict ? excluded : verdict);
    }

    /// <summary>The key of the policy that let a condition pass where its evidence does not; null where none did.</summary>
    public static string? PassedBy(Outcome outcome, Verdict verdict) => (verdict, outcome) switch
    {
        (Pass, Outcome.Undefined) => "on_undefined",
        (Pass, Outcome.Inconclusive) => "on_inconclusive",
        _ => null,
    };

    public static Verdict Of(Outcome outcome, ConditionSpec condition) => AtLevel(Enforced(outcome, condition), condition.Level);

    /// <summary>The verdict of the run: the gravest of its findings, and of what a change of the policy does.</summary>
    public static Verdict Of(VerdictCounts counts, PolicyChangeFacts? change) => ResultRules.Of(counts, change);

    public static VerdictCounts Count(IReadOnlyList<Finding> findings) => ResultRules.Count(findings);

    private static Verdict AtLevel(Verdict enforced, Level level) => level switch
    {
        Level.Inform => Inform,
        Level.Warn => enforced is Pass ? Pass : Warn,
        _ => enforced,
    };

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
