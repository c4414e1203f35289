using System.Diagnostics;
using Gate.Policy.Yaml;

namespace Gate.Policy.Comparing;

/// <summary>Bounds: what is held against a stricter one is never easier to keep, whatever was measured.</summary>
internal static class BoundChangeRules
{
    /// <summary>The rule of <c>min</c>, <c>max</c> and the regressions.</summary>
    /// <param name="change">The change.</param>
    /// <param name="isMin">Whether the least acceptable value is given.</param>
    public static Judgement? Of(Change change, bool isMin)
    {
        ConditionPair pair = change.Condition ?? throw new UnreachableException("a bound belongs to a condition");
        if (Gravity.IsOnlyReported(pair)) return Judgement.Neutral("the condition only reports");
        if (change.IsRemoved) return Judgement.Looser("a bound is gone");
        double? before = Number(change.Before);
        double after = Number(change.After)!.Value;
        if (before is { } was && (isMin ? after < was : after > was)) return Judgement.Looser($"a {(isMin ? "lower" : "higher")} bound");
        if (Gravity.IsInFamily(pair) && !Gravity.IsBlocking(change.Sides, pair))
            return Judgement.Undecidable("it is stricter, and decides with its family what of the others counts");
        return Judgement.Tighter(before is null ? "a bound is added" : $"a {(isMin ? "higher" : "lower")} bound");
    }

    private static double? Number(YamlNode? node) => node is YamlScalar scalar ? CoreSchema.ToDouble(scalar) : null;
}
