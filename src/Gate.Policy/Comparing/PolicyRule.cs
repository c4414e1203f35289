using Gate.Policy.Yaml;

namespace Gate.Policy.Comparing;

/// <summary>What a change of a key does.</summary>
/// <param name="Judge">Says it; null where nothing changes in the end.</param>
internal sealed record PolicyRule(Func<Change, Judgement?> Judge)
{
    /// <summary>Whether what is not given is inherited from elsewhere in the policy, so that the key has no default of its own.</summary>
    public bool IsInherited { get; init; }

    /// <summary>Whether every key of the section is told on its own, by this rule.</summary>
    public bool IsOfEachKey { get; init; }

    /// <summary>The entries of the key's value by the names that tell them apart; null where the value is one thing.</summary>
    public Func<YamlNode?, IReadOnlyDictionary<string, YamlNode>>? Entries { get; init; }
}
