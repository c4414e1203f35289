namespace Gate.Policy.Keys;

/// <summary>A rule between the keys of one map.</summary>
/// <param name="Kind">What must hold.</param>
/// <param name="Keys">The names of the keys that it is about; for <see cref="KeyRuleKind.Needs"/> the first needs the second.</param>
public sealed record KeyRule(KeyRuleKind Kind, params IReadOnlyList<string> Keys)
{
    /// <summary>A rule between keys.</summary>
    /// <param name="kind">What must hold.</param>
    /// <param name="keys">The keys.</param>
    public static KeyRule Of(KeyRuleKind kind, params ReadOnlySpan<Key> keys)
    {
        var names = new string[keys.Length];
        for (int i = 0; i < names.Length; i++) names[i] = keys[i].Name;
        return new(kind, names);
    }
}

/// <summary>What a rule demands.</summary>
public enum KeyRuleKind
{
    /// <summary>Exactly one of the keys.</summary>
    ExactlyOne,

    /// <summary>Not more than one of them.</summary>
    AtMostOne,

    /// <summary>One of them or more.</summary>
    AtLeastOne,

    /// <summary>The first only together with the second.</summary>
    Needs,
}
