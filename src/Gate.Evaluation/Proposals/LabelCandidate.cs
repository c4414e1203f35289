namespace Gate.Evaluation.Proposals;

/// <summary>A column that may be the label.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Reason">What speaks for it, in words; empty when nothing does but that it is there.</param>
/// <param name="Points">How much speaks for it.</param>
public sealed record LabelCandidate(string Name, string Reason, int Points);
