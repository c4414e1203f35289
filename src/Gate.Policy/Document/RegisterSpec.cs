namespace Gate.Policy.Document;

/// <summary>What a verdict must be for a model to get the alias.</summary>
public enum RegisterOn
{
    /// <summary>A pass without warnings.</summary>
    Pass,

    /// <summary>A pass, or a warning.</summary>
    Warn,
}

/// <summary>Where a judged model is registered.</summary>
/// <param name="Name">The registered model.</param>
/// <param name="Alias">The alias that a good verdict moves; null for none.</param>
/// <param name="On">What the verdict must be for that.</param>
public sealed record RegisterSpec(string Name, string? Alias, RegisterOn On);
