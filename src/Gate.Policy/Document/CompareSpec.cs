namespace Gate.Policy.Document;

/// <summary>How groups are compared.</summary>
public enum CompareSpec
{
    /// <summary>Largest minus smallest.</summary>
    Difference,

    /// <summary>Smallest over largest.</summary>
    Ratio,

    /// <summary>The smallest value of a group.</summary>
    GroupMin,

    /// <summary>The largest value of a group.</summary>
    GroupMax,

    /// <summary>Each group with the baseline on its own rows; nothing is compared between groups.</summary>
    Each,
}

/// <summary>What groups are compared with.</summary>
public enum MethodSpec
{
    /// <summary>With each other.</summary>
    BetweenGroups,

    /// <summary>With all rows.</summary>
    ToOverall,

    /// <summary>With one group, the reference.</summary>
    ToReference,

    /// <summary>Each with all other rows.</summary>
    ToRest,
}

/// <summary>Which group is the reference.</summary>
public enum ReferenceKindSpec
{
    /// <summary>The group with the most rows.</summary>
    Largest,

    /// <summary>The group with the best value.</summary>
    Best,

    /// <summary>The group with the worst value.</summary>
    Worst,

    /// <summary>The group with the given values.</summary>
    Named,
}

/// <summary>The group that the others are compared with.</summary>
/// <param name="Kind">Which group.</param>
/// <param name="Values">Of a named one, its value in each compared column; else empty.</param>
public sealed record ReferenceSpec(ReferenceKindSpec Kind, IReadOnlyList<string> Values);

/// <summary>How control levels become the value that is judged.</summary>
public enum LevelsSpec
{
    /// <summary>The worst level.</summary>
    Worst,

    /// <summary>The mean of the levels, each by its rows.</summary>
    Weighted,
}
