using Gate.Evaluation.Results;

namespace Gate.Evaluation.Facts;

/// <summary>What a reader should know of a search for a model.</summary>
internal static class SearchNotes
{
    public static IEnumerable<string> Of(ModelFacts model)
    {
        if (model.Search is not { } search) yield break;
        if (search.BoundedBy == "time")
            yield return "The search for the model ended by its time, which differs from machine to machine: another run may find another "
                + "model.";
        if (search.SubjectTo is not null && search.Leaderboard[0].Conditions.Any(condition => condition.Verdict == Verdict.Fail))
            yield return "No model that the search tried satisfies the policy's conditions on the training rows; the one that fails the "
                + "fewest was chosen.";
        LeaderboardEntry[] failed = [.. search.Leaderboard.Where(entry => entry.Failed is not null)];
        int trials = search.Leaderboard.Count(entry => entry.Trial is not null);
        if (failed.Length > 0)
            yield return $"{NumberText.Count(failed.Length)} of {NumberText.Count(trials)} trials of the search failed, the first "
                + $"({failed[0].Algorithm}) because: {failed[0].Failed}";
    }
}
