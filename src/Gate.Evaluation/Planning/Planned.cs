namespace Gate.Evaluation.Planning;

/// <summary>What the test rows can decide about a condition.</summary>
/// <param name="Text">In plain words.</param>
/// <param name="IsDecidable">Whether the best possible model would be shown to keep the bound; also true where that is not known before
/// measuring.</param>
/// <param name="IsPlanned">Whether values that pass and fail were computed, at a confidence that the condition's family may raise.</param>
internal sealed record Planned(string Text, bool IsDecidable, bool IsPlanned)
{
    /// <summary>A condition whose outcome hangs on no number of rows.</summary>
    public static Planned Known(string text) => new(text, true, false);

    /// <summary>A condition that these rows leave undefined.</summary>
    public static Planned Undecidable(string text) => new(text, false, false);

    /// <summary>A condition about which nothing can be said before a model has spoken.</summary>
    public static Planned Unknown(string why) => new($"unknown before measuring: {why}", true, false);

    /// <summary>A condition on something for which there is no formula.</summary>
    public static Planned NoFormula(string subject) => Unknown($"there is no planning formula for {subject}");

    /// <summary>A condition with what is planned about its bounds.</summary>
    public static Planned Of(string text, IReadOnlyList<PlannedBound> bounds) =>
        new(text, bounds.All(bound => bound.BestPasses), true);
}
