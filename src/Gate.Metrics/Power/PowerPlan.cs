namespace Gate.Metrics.Power;

/// <summary>What a test set can decide about one bound.</summary>
/// <param name="BestPasses">Whether the best possible result would be shown to keep the bound.</param>
/// <param name="Passes">The value nearest the bound at which a true value is shown to keep it with the wanted probability; null when no
/// value is.</param>
/// <param name="Fails">The value nearest the bound at which a true value is shown to miss it with that probability; null when no value
/// is.</param>
public sealed record PowerPlan(bool BestPasses, double? Passes, double? Fails);
