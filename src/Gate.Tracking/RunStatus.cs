namespace Gate.Tracking;

/// <summary>How far a run is; the numbers are MLflow's.</summary>
public enum RunStatus
{
    /// <summary>It goes on.</summary>
    Running = 1,

    /// <summary>It has not begun.</summary>
    Scheduled = 2,

    /// <summary>It came to its end.</summary>
    Finished = 3,

    /// <summary>It stopped with an error.</summary>
    Failed = 4,

    /// <summary>It was stopped.</summary>
    Killed = 5,
}

/// <summary>The words of MLflow for how far a run is.</summary>
public static class RunStatusWords
{
    /// <summary>The word: <c>FINISHED</c>.</summary>
    /// <param name="status">How far the run is.</param>
    public static string Word(this RunStatus status) => status.ToString().ToUpperInvariant();

    /// <summary>How far a run with such a word is; one with a word that is not known goes on.</summary>
    /// <param name="word">The word.</param>
    public static RunStatus Parse(string? word) =>
        Enum.GetValues<RunStatus>().FirstOrDefault(status => status.Word() == word, RunStatus.Running);
}
