using Gate.Policy.Document;

namespace Gate.Policy.Comparing;

/// <summary>The floors of evidence: what lies below is not judged.</summary>
internal static class FloorChangeRules
{
    /// <summary>The rule of one floor, for a condition.</summary>
    /// <param name="path">The key's path below a condition: <c>evidence.min_count</c>.</param>
    public static Func<Change, Judgement?> Of(string path) => change =>
    {
        ConditionPair pair = ConditionChangeRules.Pair(change);
        (long before, long after) = (Floor(pair.Before.Evidence, path), Floor(pair.After.Evidence, path));
        if (before == after) return null;
        return Gravity.IsOnlyReported(pair) ? Judgement.Neutral("the condition only reports") : Judge(change.Sides, pair, after > before);
    };

    private static Judgement Judge(Sides sides, ConditionPair pair, bool raised)
    {
        ConditionSpec[] both = [pair.Before, pair.After];
        bool compares = both.Any(condition => condition.By.Count > 0);
        bool counts = both.All(condition => Gravity.IsFull(condition.OnUndefined, condition.Level)
            && (condition.By.Count == 0 || Gravity.IsFull(condition.OnExcluded, condition.Level)));
        string what = compares ? "groups" : "conditions";
        if (raised && !counts) return Judgement.Looser($"more {what} are left out for too little evidence");
        if (!raised && counts) return Judgement.Looser($"fewer {what} fail for too little evidence");
        if (!raised) return Judgement.Undecidable($"fewer {what} are left out for too little evidence");
        return Gravity.IsInFamily(pair) && !Gravity.IsBlocking(sides, pair)
            ? Judgement.Undecidable("more is undefined, which its family does not count")
            : Judgement.Tighter($"more {what} fail for too little evidence");
    }

    private static long Floor(EvidenceSpec evidence, string path) => path switch
    {
        "evidence.min_count" => evidence.MinCount,
        "evidence.min_positives" => evidence.MinPositives,
        "evidence.min_negatives" => evidence.MinNegatives,
        "evidence.min_predicted_positives" => evidence.MinPredictedPositives,
        _ => throw new ArgumentException($"unknown floor {path}", nameof(path)),
    };
}
