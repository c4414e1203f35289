using System.Net;

namespace Gate.Ci.GitLab;

/// <summary>How GitLab is reached.</summary>
/// <param name="Address">The address of its API: <c>https://gitlab.com/api/v4</c>.</param>
/// <param name="Project">The project's number.</param>
/// <param name="MergeRequest">The merge request's number in the project.</param>
/// <param name="Token">The token.</param>
public sealed record GitLabOptions(Uri Address, long Project, int MergeRequest, string Token)
{
    /// <summary>How often a call is tried again.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>The wait before the second try; it doubles with each further one.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait that GitLab may ask for; a call that has to wait longer fails.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long an answer may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);
}

/// <summary>A note.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Body">Its text.</param>
public sealed record NoteFacts(long Id, string Author, string Body);

/// <summary>GitLab did not do what it was asked.</summary>
/// <param name="message">What is wrong, and what to do.</param>
/// <param name="inner">What was thrown, or null.</param>
public sealed class GitLabException(string message, Exception? inner) : HostException(message, inner)
{
    /// <summary>What GitLab answered; null where it did not.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>How long it asks to wait; null where it says nothing.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
