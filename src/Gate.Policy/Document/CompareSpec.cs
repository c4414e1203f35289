namespace Gate.Policy;

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
}

/// <summary>What groups are compared with.</summary>
public enum MethodSpec
{
    /// <summary>With each other.</summary>
    BetweenGroups,

    /// <summary>With all rows.</summary>
    ToOverall,
}
