using Gate.Policy.Document;
using Gate.Policy.Vocabulary;
using Gate.Policy.Yaml;

namespace Gate.Policy.Comparing;

/// <summary>A key that two policies give differently, as its rule sees it.</summary>
/// <param name="Sides">Both policies.</param>
/// <param name="Before">The value in the earlier one, or what its absence means; null for neither.</param>
/// <param name="After">The same of the later one.</param>
internal sealed record Change(Sides Sides, YamlNode? Before, YamlNode? After)
{
    /// <summary>The condition that it belongs to; null for other parts of the policy.</summary>
    public ConditionPair? Condition { get; init; }

    public bool IsAdded => Before is null;

    public bool IsRemoved => After is null;
}

/// <summary>Two policies that are compared.</summary>
/// <param name="Before">The earlier one.</param>
/// <param name="After">The later one.</param>
/// <param name="Vocabulary">The words of both.</param>
internal sealed record Sides(PolicyDocument Before, PolicyDocument After, PolicyVocabulary Vocabulary)
{
    /// <summary>The conditions that both have.</summary>
    public IReadOnlyList<ConditionPair> Pairs { get; } = ConditionPair.Of(Before, After, Vocabulary);
}
