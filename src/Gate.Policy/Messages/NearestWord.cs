namespace Gate.Policy.Messages;

/// <summary>
/// Finds the word that a user most likely meant, by optimal string alignment distance (Damerau 1964, Boytsov 2011).
/// The policy language stands on no other room, so that editors and other tools can use it alone; hence its own.
/// </summary>
internal static class NearestWord
{
    // Longer words have no near neighbour here, and searching for one costs time that a stranger's file should not get.
    private const int LongestWord = 64;
    private const int Shown = 12;

    // scikit-learn's functions are called f1_score and accuracy_score, its scorers and Gate's metrics f1 and accuracy.
    private const string FunctionEnding = "_score";

    public static string? Find(string word, IEnumerable<string> candidates)
    {
        if (word.Length > LongestWord) return null;
        string stem = word.EndsWith(FunctionEnding, StringComparison.Ordinal) ? word[..^FunctionEnding.Length] : word;
        if (stem.Length < word.Length && candidates.FirstOrDefault(candidate => candidate == stem) is { } same) return same;
        (string? best, int least) = (null, Math.Max(1, word.Length / 3) + 1);
        foreach (string candidate in candidates)
        {
            if (candidate.Length > LongestWord || Math.Abs(candidate.Length - word.Length) >= least) continue;
            int distance = Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance < least) (best, least) = (candidate, distance);
        }
        return best;
    }

    /// <summary>A clause such as <c>; did you mean 'deny'?</c>, or the candidates when none is near and they are few.</summary>
    public static string Hint(string word, IEnumerable<string> candidates)
    {
        string[] all = [.. candidates];
        if (Find(word, all) is { } near) return $"; did you mean '{near}'?";
        if (all.Length == 0) return "";
        string shown = string.Join(", ", all.Take(Shown).Select(Words.Short));
        return all.Length <= Shown ? $"; there are: {shown}" : FormattableString.Invariant(
            $"; there are: {shown} and {all.Length - Shown} more");
    }

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
