namespace Gate.Models.MicrosoftMl.Scoring;

/// <summary>A process in which <see cref="Worker.ScoringLoop"/> runs.</summary>
public interface IScoringProcess : IDisposable
{
    /// <summary>What it is asked.</summary>
    Stream Requests { get; }

    /// <summary>What it answers.</summary>
    Stream Answers { get; }

    /// <summary>Ends it at once; reading its answers then ends too.</summary>
    void Kill();

    /// <summary>How it ended, as a clause, where it did by itself; null where that is not known.</summary>
    string? HowItEnded { get; }
}
