using System.Diagnostics;
using Gate.Policy.Document;
using Gate.Policy.Messages;
using Gate.Policy.Vocabulary;
using Gate.Policy.Yaml;

namespace Gate.Policy.Comparing;

/// <summary>Conditions as a whole, and those of their keys whose effect depends on others.</summary>
internal static class ConditionChangeRules
{
    /// <summary>A condition that only one of the policies has.</summary>
    public static Judgement? Whole(Change change)
    {
        ConditionPair pair = Pair(change);
        if (Gravity.IsOnlyReported(pair)) return Judgement.Neutral("it only reports");
        if (change.IsRemoved)
            return pair.Before.Level == Level.Inform ? Judgement.Undecidable("it was decided with its family")
                : Judgement.Looser("a condition is gone");
        if (pair.After.Family is not { } family) return Judgement.Tighter("a condition is added");
        return FamilyChangeRules.Joining(change.Sides, family);
    }

    /// <summary>The metric: another name for the same is no change.</summary>
    public static Judgement? Metric(Change change)
    {
        string? Name(YamlNode? node) => change.Sides.Vocabulary.FindMetric(((YamlScalar)node!).Text)?.Name;
        return Name(change.Before) == Name(change.After) ? Judgement.Neutral("another name of the same metric")
            : Judgement.Undecidable("something else is measured");
    }

    public static Judgement? Levels(Change change) =>
        Words.Parse<LevelsSpec>(((YamlScalar)change.After!).Text) == LevelsSpec.Weighted
            ? Judgement.Looser("the mean of the levels hides the worst")
            : Judgement.Undecidable("the worst level is judged, which has fewer rows");

    /// <summary>What it is decided on: the estimate alone leaves nothing undecided.</summary>
    public static Judgement? DecideOn(Change change)
    {
        ConditionPair pair = Pair(change);
        if (Gravity.IsOnlyReported(pair)) return Judgement.Neutral("the condition only reports");
        if (Gravity.IsInFamily(pair)) return Judgement.Undecidable("what is decided on the estimate is not counted in its family");
        bool toPoint = pair.After.DecideOn == Document.DecideOn.Point;
        return LessDecided(pair, more: !toPoint, toPoint ? "the estimate alone decides" : "the whole interval decides");
    }

    /// <summary>The confidence that holds for a condition, its own or the policy's.</summary>
    public static Judgement? Confidence(Change change)
    {
        ConditionPair pair = Pair(change);
        if (pair.Before.Confidence.Equals(pair.After.Confidence)) return null;
        if (Gravity.IsOnlyReported(pair)) return Judgement.Neutral("the condition only reports");
        bool more = pair.After.Confidence > pair.Before.Confidence;
        string reason = more ? "intervals are wider" : "intervals are narrower";
        if (Gravity.IsInFamily(pair) && !Gravity.IsBlocking(change.Sides, pair))
            return Judgement.Undecidable($"{reason}, and its family is decided with them");
        if (!Gravity.IsInFamily(pair) && pair is { Before.DecideOn: Document.DecideOn.Point, After.DecideOn: Document.DecideOn.Point })
            return Judgement.Neutral("the estimate alone decides");
        return LessDecided(pair, more, reason);
    }

    /// <summary>Whether it is locked: for the policies that extend this one, which could loosen it, and for waivers.</summary>
    public static Judgement? Lock(Change change)
    {
        ConditionPair pair = Pair(change);
        if (pair.Before.Lock == pair.After.Lock) return null;
        return (pair.Before.Lock, pair.After.Lock) switch
        {
            (null, _) => Judgement.Tighter("it may not be loosened"),
            (_, null) => Judgement.Looser("it may be loosened"),
            (_, LockWaivers.Allowed) => Judgement.Looser("its failure may be waived"),
            _ => Judgement.Tighter("its failure may not be waived"),
        };
    }

    /// <summary>A key of the policy that conditions inherit: the gravest of what it does to those that do.</summary>
    /// <param name="change">The change of the policy's key.</param>
    /// <param name="path">The path of the key that overrides it, below a condition.</param>
    /// <param name="rule">The rule of that key.</param>
    public static Judgement? Inherited(Change change, string path, Func<Change, Judgement?> rule)
    {
        var heirs = change.Sides.Pairs.Where(pair => !pair.Before.Marks.ContainsKey(path) && !pair.After.Marks.ContainsKey(path));
        return Judgement.Gravest(heirs.Select(pair => rule(change with { Condition = pair })).OfType<Judgement>(),
            Judgement.Neutral("every condition has its own, or is not affected"));
    }

    // With wider intervals both less is satisfied and less is violated: what counts is which side an undecided outcome falls on.
    private static Judgement LessDecided(ConditionPair pair, bool more, string reason)
    {
        int[] sides = [Side(pair.Before), Side(pair.After)];
        return sides[0] != sides[1] || sides[0] == 0
            ? Judgement.Undecidable($"{reason}, and an inconclusive outcome is neither let through nor held back as a violated bound is")
            : more == (sides[0] > 0) ? Judgement.Tighter(reason) : Judgement.Looser(reason);
    }

    private static int Side(ConditionSpec condition) =>
        Gravity.IsFull(condition.OnInconclusive, condition.Level) ? 1
            : Gravity.Of(condition.OnInconclusive, condition.Level) == Gravity.Of(Effect.Pass, condition.Level) ? -1 : 0;

    public static ConditionPair Pair(Change change) =>
        change.Condition ?? throw new UnreachableException("the key belongs to a condition");
}
