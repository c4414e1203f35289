using Gate.Policy.Keys;

namespace Gate.Policy.Language;

/// <summary>The table of keys of the policy language: <c>waivers</c>.</summary>
internal static class WaiverKeys
{
    public static Key<string?> Condition { get; } = Key.Text("condition", new TextShape("the id of a condition"),
        "The id of the condition whose failure is let through.") with { Required = true, Examples = ["four-fifths"] };

    public static Key<string?> Owner { get; } = Key.Text("owner", new TextShape("a person or team"), "Who answers for the decision.")
        with { Required = true, Examples = ["\"@risk-team\""] };

    public static Key<string?> Reason { get; } = Key.Text("reason", new TextShape("a reason", Lines: true),
        "Why the failure is acceptable until then.") with { Required = true, Examples = ["new labels arrive with the next quarter"] };

    public static Key<string?> Issue { get; } = Key.Value("issue", new ValueShape("a link or number"), "Where the follow-up is tracked.")
        with { Nullable = true, Examples = ["https://example.org/issues/42"] };

    public static Key<DateOnly?> Expires { get; } = Key.Day("expires", "The last day on which the waiver holds, as year-month-day.")
        with { Required = true, Examples = ["2027-01-31"] };

    public static MapShape Shape { get; } = new([Condition, Owner, Reason, Issue, Expires]);
}
