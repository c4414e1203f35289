namespace Gate.Evaluation.Changes;

/// <summary>The words for what became of a condition.</summary>
public static class ChangeWords
{
    /// <summary>The word: <c>better</c>, <c>no longer decided</c>.</summary>
    /// <param name="kind">What became of it.</param>
    public static string Word(this ChangeKind kind) => kind switch
    {
        ChangeKind.NoLongerDecided => "no longer decided",
        ChangeKind.Removed => "no longer judged",
        ChangeKind.Added => "new",
        ChangeKind.Better => "better",
        ChangeKind.Worse => "worse",
        _ => "the same",
    };
}
