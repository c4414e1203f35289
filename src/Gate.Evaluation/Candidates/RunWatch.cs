namespace Gate.Evaluation.Candidates;

/// <summary>Measures how long steps take, where the run has a clock.</summary>
internal sealed class RunWatch(TimeProvider? clock)
{
    private long since = clock?.GetTimestamp() ?? 0;

    /// <summary>The seconds since it was made or last asked; null without a clock.</summary>
    public double? Lap()
    {
        if (clock is null) return null;
        double seconds = clock.GetElapsedTime(since).TotalSeconds;
        since = clock.GetTimestamp();
        return seconds;
    }
}
