namespace Gate.Wording;

/// <summary>Finds the name that a user most likely meant, by optimal string alignment distance ignoring case (Damerau 1964, Boytsov
/// 2011).</summary>
public static class NearestName
{
    // Longer names have no near neighbour here, and searching for one costs time and memory that a stranger's file should not get.
    private const int LongestName = 64;
    private const int Most = 12;

    // Shorter words stand in too many names.
    private const int ShortestWord = 3;

    // scikit-learn's functions are called f1_score and accuracy_score, its scorers and Gate's metrics f1 and accuracy.
    private const string FunctionEnding = "_score";

    /// <summary>The candidate nearest to a name, or null when none is near or the name is longer than 64 characters.</summary>
    /// <param name="name">What the user wrote.</param>
    /// <param name="candidates">What exists.</param>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(candidates);
        if (name.Length > LongestName) return null;
        string stem = name.EndsWith(FunctionEnding, StringComparison.Ordinal) ? name[..^FunctionEnding.Length] : name;
        if (stem.Length < name.Length && candidates.FirstOrDefault(candidate => candidate == stem) is { } same) return same;
        // Of a name of one letter every other is one letter away, and none is near.
        (string? best, int least) = (null, Math.Min(Math.Max(1, name.Length / 3) + 1, name.Length));
        foreach (string candidate in candidates)
        {
            if (candidate.Length > LongestName || Math.Abs(candidate.Length - name.Length) >= least) continue;
            int distance = Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance < least) (best, least) = (candidate, distance);
        }
        return best ?? Longer(name, candidates);
    }

    /// <summary>A clause such as <c>; did you mean 'deny'?</c>, or what there is when none is near, at most twelve of it.</summary>
    /// <param name="name">What the user wrote.</param>
    /// <param name="candidates">What exists.</param>
    public static string Hint(string name, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(candidates);
        string[] all = [.. candidates];
        if (Find(name, all) is { } near) return $"; did you mean '{Shown.OneLine(near)}'?";
        if (all.Length == 0) return "";
        string some = string.Join(", ", all.Take(Most).Select(Shown.Of));
        return all.Length <= Most ? $"; there are: {some}"
            : FormattableString.Invariant($"; there are: {some} and {all.Length - Most} more");
    }

    /// <summary>The candidate that has the name as one of its words (<c>auc</c> of <c>roc_auc</c>), or begins it (<c>warn</c> of
    /// <c>warning</c>); of several the one that all others have in themselves, else none.</summary>
    private static string? Longer(string name, IEnumerable<string> candidates)
    {
        if (name.Length < ShortestWord) return null;
        string[] related = [.. candidates.Where(candidate => candidate.Length is >= ShortestWord and <= LongestName
                && (Has(candidate, name) || name.StartsWith(candidate, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(candidate => candidate.Length)];
        return related is [var shortest, .. var others] && others.All(other => Has(other, shortest)) ? shortest : null;
    }

    private static bool Has(string candidate, string words) =>
        $"_{candidate}_".Contains($"_{words}_", StringComparison.OrdinalIgnoreCase);

    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (int j = 0; j <= b.Length; j++) d[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, replaced);
                bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                if (swapped) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }
        return d[a.Length, b.Length];
    }
}
