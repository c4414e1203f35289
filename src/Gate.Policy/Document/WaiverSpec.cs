namespace Gate.Policy.Document;

/// <summary>A named person's decision to let one condition's failure through until a date.</summary>
/// <param name="Condition">The id of the condition.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Issue">Where it is tracked, or null.</param>
/// <param name="Expires">The last day on which it holds.</param>
/// <param name="At">Where it stands.</param>
public sealed record WaiverSpec(string Condition, string Owner, string Reason, string? Issue, DateOnly Expires, Mark At);
