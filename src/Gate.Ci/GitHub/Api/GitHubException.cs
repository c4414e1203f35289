namespace Gate.Ci.GitHub.Api;

/// <summary>GitHub did not do what it was asked.</summary>
/// <param name="message">What is wrong, and what to do.</param>
/// <param name="inner">What was thrown.</param>
public sealed class GitHubException(string message, Exception inner) : HostException(message, inner);
