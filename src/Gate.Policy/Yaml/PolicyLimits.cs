namespace Gate.Policy.Yaml;

/// <summary>How large a policy may be. Policies come from pull requests of strangers: a small file must not cost much time or
/// memory.</summary>
internal static class PolicyLimits
{
    /// <summary>The largest policy that is read, in bytes.</summary>
    public const int Bytes = 1 << 20;

    /// <summary>How deep lists and maps may be nested; the language itself needs 5.</summary>
    public const int Depth = 32;

    /// <summary>How many nodes aliases may stand for altogether (against "billion laughs").</summary>
    public const int AliasNodes = 1_000;

    /// <summary>How many entries a list or map of the language may have.</summary>
    public const int Entries = 1_000;

    /// <summary>The largest seed or count: the largest whole number that every JSON reader keeps exact, 2^53 - 1.</summary>
    public const double LargestWhole = 9_007_199_254_740_991;
}
