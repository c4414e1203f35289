using Gate.Policy.Document;

namespace Gate.Evaluation.Planning;

/// <summary>What a test set can decide about one condition, before any model has spoken.</summary>
/// <param name="Id">The condition.</param>
/// <param name="At">Where its bound stands in the policy.</param>
/// <param name="Path">The key's path.</param>
/// <param name="Text">What can be decided, in plain words.</param>
/// <param name="IsDecidable">Whether the best possible model would be shown to keep the bound; also true where that is not known before
/// measuring.</param>
public sealed record PlanLine(string Id, Mark At, string Path, string Text, bool IsDecidable);
