namespace Gate.Policy.Language;

/// <summary>A key of the policy language.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">What its value looks like.</param>
/// <param name="Description">What it says, in sentences for the schema and the reference page.</param>
internal sealed record Key(string Name, Shape Shape, string Description)
{
    /// <summary>Whether a policy must give it.</summary>
    public bool Required { get; init; }

    /// <summary>Whether null, or nothing after the colon, is the same as leaving it out.</summary>
    public bool Nullable { get; init; }

    /// <summary>The default as YAML, or null for none.</summary>
    public string? Default { get; init; }

    /// <summary>The default where it is not a fixed value, in words.</summary>
    public string? DefaultText { get; init; }

    /// <summary>Examples as YAML.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];
}

/// <summary>A rule between the keys of one map.</summary>
/// <param name="Kind">What must hold.</param>
/// <param name="Keys">The keys that it is about; for <see cref="KeyRuleKind.Needs"/> the first needs the second.</param>
internal sealed record KeyRule(KeyRuleKind Kind, params IReadOnlyList<string> Keys);

/// <summary>What a rule demands.</summary>
internal enum KeyRuleKind
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
