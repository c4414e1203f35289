namespace Gate.Data;

/// <summary>Finds the name that a user most likely meant.</summary>
public static class NearestName
{
    /// <summary>The candidate nearest to <paramref name="name"/> by optimal string alignment distance ignoring case, or null when none is
    /// near.</summary>
    /// <param name="name">What the user wrote.</param>
    /// <param name="candidates">What exists.</param>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        (string? best, int distance) = (null, Math.Max(1, name.Length / 3) + 1);
        foreach (string candidate in candidates)
        {
            int d = Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (d < distance) (best, distance) = (candidate, d);
        }
        return best;
    }

    /// <summary>A clause such as <c>; did you mean 'deny'?</c>, or the list of candidates when none is near and they are few.</summary>
    /// <param name="name">What the user wrote.</param>
    /// <param name="candidates">What exists.</param>
    public static string Hint(string name, IEnumerable<string> candidates)
    {
        string[] all = [.. candidates];
        if (Find(name, all) is { } near) return $"; did you mean '{near}'?";
        if (all.Length == 0) return "";
        string shown = string.Join(", ", all.Take(12));
        return all.Length <= 12 ? $"; there are: {shown}" : $"; there are: {shown} and {all.Length - 12} more";
    }

    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (int j = 0; j <= b.Length; j++) d[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        return d[a.Length, b.Length];
    }
}
