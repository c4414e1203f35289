using Gate.Policy.Document;

namespace Gate.Policy.Comparing;

/// <summary>How grave what the policy makes of an outcome is: 0 passes, 1 warns, 2 holds the model back.</summary>
internal static class Gravity
{
    private const int Passes = 0, Warns = 1, Blocks = 2;

    public static int Of(Effect effect, Level level) => (level, effect) switch
    {
        (Level.Inform, _) or (_, Effect.Pass) => Passes,
        (Level.Warn, _) or (_, Effect.Warn) => Warns,
        _ => Blocks,
    };

    /// <summary>Whether an effect is as grave as a violated bound.</summary>
    public static bool IsFull(Effect effect, Level level) => Of(effect, level) == Of(Effect.Fail, level);

    /// <summary>Whether nothing that a family makes undecided is let through: then a member that is decided otherwise can only loosen the
    /// others where it holds the model back itself.</summary>
    public static bool IsBlocking(PolicyDocument policy, string family) => policy.Conditions
        .Where(condition => condition.Family == family)
        .All(condition => condition.Level == Level.Enforce && IsFull(condition.OnInconclusive, Level.Enforce));

    /// <summary>The same of every family that a condition is in, before and after.</summary>
    public static bool IsBlocking(Sides sides, ConditionPair pair) =>
        (pair.Before.Family is not { } before || IsBlocking(sides.Before, before))
        && (pair.After.Family is not { } after || IsBlocking(sides.After, after));

    /// <summary>Whether a condition is in a family in either policy.</summary>
    public static bool IsInFamily(ConditionPair pair) => pair.Before.Family is not null || pair.After.Family is not null;

    /// <summary>Whether neither policy judges a condition, alone or with others.</summary>
    public static bool IsOnlyReported(ConditionPair pair) =>
        pair.Before.Level == Level.Inform && pair.After.Level == Level.Inform && !IsInFamily(pair);
}
