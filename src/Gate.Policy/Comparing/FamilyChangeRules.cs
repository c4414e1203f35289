using Gate.Policy.Document;
using Gate.Policy.Messages;
using Gate.Policy.Yaml;

namespace Gate.Policy.Comparing;

/// <summary>Families: the more is decided together, the less of it counts.</summary>
internal static class FamilyChangeRules
{
    /// <summary>The correction. That of Benjamini and Hochberg decides whatever Holm's does, and more.</summary>
    public static Judgement? Method(Change change)
    {
        if (Words.Parse<FamilyMethod>(((YamlScalar)change.After!).Text) == FamilyMethod.BenjaminiHochberg)
            return Judgement.Looser("more of the family is decided");
        return change.Sides.Before.Families.Concat(change.Sides.After.Families).All(family => IsBlocking(change.Sides, family.Name))
            ? Judgement.Tighter("less of the family is decided")
            : Judgement.Undecidable("less of the family is decided, and what is not may be let through");
    }

    /// <summary>Which family a condition is in.</summary>
    public static Judgement? Membership(Change change)
    {
        ConditionPair pair = ConditionChangeRules.Pair(change);
        if (pair.After.Family is not { } joined) return Judgement.Looser("it is decided without counting the others");
        return pair.Before.Family is not null ? Judgement.Undecidable("it is decided with other conditions")
            : Joining(change.Sides, joined);
    }

    /// <summary>A condition more in a family.</summary>
    public static Judgement Joining(Sides sides, string family)
    {
        bool isHolm = sides.After.Families.Single(own => own.Name == family).Method == FamilyMethod.Holm;
        return isHolm && IsBlocking(sides, family) ? Judgement.Tighter("more is decided together")
            : Judgement.Undecidable("it decides with its family what of the others counts");
    }

    private static bool IsBlocking(Sides sides, string family) =>
        Gravity.IsBlocking(sides.Before, family) && Gravity.IsBlocking(sides.After, family);
}
