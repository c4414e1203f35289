namespace Gate.Tracking.Searching;

/// <summary>Patterns of SQL's LIKE: <c>%</c> stands for any text, <c>_</c> for one character.</summary>
internal static class LikePattern
{
    /// <summary>Whether a text is what a pattern says, in time that is bounded by the product of their lengths: patterns come from
    /// anybody.</summary>
    public static bool Matches(string pattern, string text, StringComparison how)
    {
        (int p, int t, int star, int mark) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '%') (star, mark, p) = (p, t, p + 1);
            else if (p < pattern.Length && (pattern[p] == '_' || string.Compare(pattern, p, text, t, 1, how) == 0)) (p, t) = (p + 1, t + 1);
            else if (star >= 0) (p, t) = (star + 1, ++mark);
            else return false;
        }
        while (p < pattern.Length && pattern[p] == '%') p++;
        return p == pattern.Length;
    }
}
