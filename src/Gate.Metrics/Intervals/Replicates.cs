namespace Gate.Metrics.Intervals;

/// <summary>Arrays of bootstrap replicates, scope-major, NaN where undefined.</summary>
internal static class Replicates
{
    /// <summary>The replicates of one scope.</summary>
    public static ReadOnlySpan<double> Own(double[] replicates, int scope, int scopes)
    {
        int each = replicates.Length / scopes;
        return replicates.AsSpan(scope * each, each);
    }

    /// <summary>Whether the replicates, enough of them defined, are all the same number.</summary>
    public static bool AreFlat(ReadOnlySpan<double> replicates)
    {
        double least = double.PositiveInfinity, most = double.NegativeInfinity;
        int defined = 0;
        foreach (double value in replicates)
        {
            if (double.IsNaN(value)) continue;
            defined++;
            least = Math.Min(least, value);
            most = Math.Max(most, value);
        }
        return ReplicateLimits.AreEnough(defined, replicates.Length) && ReplicateLimits.IsFlat(least, most);
    }
}
