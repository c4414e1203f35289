namespace Gate.Metrics.Rows;

/// <summary>What rows are sorted by, as numbers.</summary>
internal static class RankKeys
{
    /// <summary>One key a row.</summary>
    public static double[] Of(RankBy by, int k, Sample sample)
    {
        if (by == RankBy.Score) return sample.Scores!;
        var keys = new double[sample.Rows];
        for (int row = 0; row < keys.Length; row++)
            keys[row] = by == RankBy.EachClass ? sample.Scores![row * sample.Classes.Count + k]
                : Math.Abs(sample.Targets![row] - sample.Estimates![row]);
        return keys;
    }

    /// <summary>Whether the largest key comes first.</summary>
    public static bool Descending(RankBy by) => by != RankBy.AbsoluteError;

    /// <summary>The class that counts as positive.</summary>
    public static int Positive(RankBy by, int k) => by == RankBy.Score ? Sample.Positive : k;
}
