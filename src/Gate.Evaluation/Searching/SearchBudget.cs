using System.Globalization;

namespace Gate.Evaluation.Searching;

/// <summary>How long a search and each of its trials may take, by the run's clock. Without limits nothing depends on time.</summary>
internal sealed class SearchBudget
{
    /// <summary>What is said of a trial that the end of the search's time interrupted.</summary>
    public const string Over = "the time of the search was over";

    private readonly TimeProvider? clock;
    private readonly long began;
    private readonly TimeSpan? whole, each;

    /// <param name="clock">The clock; null where there is none, which then allows no limits.</param>
    /// <param name="minutes">How long the search may take; null for no limit.</param>
    /// <param name="trialMinutes">How long a trial may take; null for a quarter of that.</param>
    public SearchBudget(TimeProvider? clock, double? minutes, double? trialMinutes)
    {
        this.clock = clock;
        began = clock?.GetTimestamp() ?? 0;
        whole = clock is null ? null : Of(minutes);
        each = clock is null ? null : Of(trialMinutes ?? minutes / 4);
    }

    /// <summary>Whether the time of the search is over.</summary>
    public bool IsOver => whole is { } limit && clock!.GetElapsedTime(began) >= limit;

    /// <summary>What is said of a trial that took too long.</summary>
    public string TookTooLong => string.Create(CultureInfo.InvariantCulture, $"took longer than {each!.Value.TotalMinutes:0.###} minutes");

    /// <summary>Begins a trial.</summary>
    /// <param name="cancel">Stops the whole search.</param>
    public TrialClock Start(CancellationToken cancel)
    {
        TimeSpan? left = whole is { } limit ? limit - clock!.GetElapsedTime(began) : null;
        TimeSpan? least = left is null ? each : each is null || left < each ? left : each;
        return new(clock, least is { } time && time < TimeSpan.Zero ? TimeSpan.Zero : least, cancel);
    }

    private static TimeSpan? Of(double? minutes) => minutes is { } some ? TimeSpan.FromMinutes(some) : null;
}

/// <summary>Measures a trial's steps, and stops it when its time is over.</summary>
internal sealed class TrialClock : IDisposable
{
    private readonly TimeProvider? clock;
    private readonly CancellationTokenSource? limit, both;
    private long since;

    public TrialClock(TimeProvider? clock, TimeSpan? time, CancellationToken cancel)
    {
        this.clock = clock;
        since = clock?.GetTimestamp() ?? 0;
        if (clock is not null) (FitSeconds, ScoreSeconds) = (0, 0);
        if (time is { } some) limit = new(some, clock!);
        if (limit is not null) both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        Token = both?.Token ?? cancel;
    }

    /// <summary>Stops the trial.</summary>
    public CancellationToken Token { get; }

    /// <summary>How long training took so far; null without a clock.</summary>
    public double? FitSeconds { get; private set; }

    /// <summary>How long scoring took so far; null without a clock.</summary>
    public double? ScoreSeconds { get; private set; }

    /// <summary>A model has been trained.</summary>
    public void Fitted() => FitSeconds += Lap();

    /// <summary>Rows have been scored.</summary>
    public void Scored() => ScoreSeconds += Lap();

    public void Dispose()
    {
        both?.Dispose();
        limit?.Dispose();
    }

    private double? Lap()
    {
        if (clock is null) return null;
        double seconds = clock.GetElapsedTime(since).TotalSeconds;
        since = clock.GetTimestamp();
        return seconds;
    }
}
