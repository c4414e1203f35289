namespace Gate.Ci.GitHub.Api;

/// <summary>GitHub did not do what it was asked. The message is one line that names the permission or the cause.</summary>
/// <param name="message">What is wrong, and what to do.</param>
/// <param name="inner">What was thrown.</param>
public sealed class GitHubException(string message, Exception inner) : Exception(message, inner)
{
    /// <summary>Whether it may have been done all the same: the answer was lost.</summary>
    public bool MayHaveHappened { get; init; }
}
