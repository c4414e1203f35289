namespace Gate.Policy.Document;

/// <summary>How feature importance is measured.</summary>
/// <param name="Metric">The metric whose fall is measured, or null for the task's default (roc_auc, accuracy, r2).</param>
/// <param name="Repeats">How often each column is shuffled.</param>
/// <param name="Seed">The seed of the shuffles.</param>
/// <param name="MaxRows">At most so many test rows are used, evenly spaced; null for all.</param>
public sealed record ExplainSpec(string? Metric = null, int Repeats = 5, ulong Seed = 0, int? MaxRows = null);
