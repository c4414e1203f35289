namespace Gate.Ci.GitHub.Api;

/// <summary>What Gate asks of GitHub: one repository's pull requests, comments, issues, checks and statuses. Each call fails with a
/// <see cref="GitHubException"/> that says what to do.</summary>
public interface IGitHubApi
{
    /// <summary>Who writes with this token; null where it may not ask: an app's token, such as that of a workflow.</summary>
    Task<string?> WriterAsync(CancellationToken cancel);

    /// <summary>A pull request.</summary>
    Task<PullRequestFacts> PullRequestAsync(int number, CancellationToken cancel);

    /// <summary>The open pull request of a branch; null for none.</summary>
    /// <param name="owner">Who owns the branch's repository.</param>
    /// <param name="branch">The branch.</param>
    /// <param name="cancel">Stops it.</param>
    Task<PullRequestFacts?> PullRequestOfAsync(string owner, string branch, CancellationToken cancel);

    /// <summary>All comments of a pull request, oldest first.</summary>
    Task<IReadOnlyList<CommentFacts>> CommentsAsync(int number, CancellationToken cancel);

    /// <summary>Writes a comment; gives its address.</summary>
    Task<string> CommentAsync(int number, string body, CancellationToken cancel);

    /// <summary>Writes a comment anew; gives its address.</summary>
    Task<string> RewriteAsync(long comment, string body, CancellationToken cancel);

    /// <summary>The open issues, and of those that are closed the hundred that changed last; pull requests are none.</summary>
    Task<IReadOnlyList<IssueFacts>> IssuesAsync(CancellationToken cancel);

    /// <summary>Opens an issue; gives its address.</summary>
    Task<string> OpenIssueAsync(string title, string body, CancellationToken cancel);

    /// <summary>Writes an issue anew, and closes it where that is asked; gives its address.</summary>
    Task<string> RewriteIssueAsync(int number, string title, string body, bool closes, CancellationToken cancel);

    /// <summary>Makes a check run with its annotations.</summary>
    Task CheckAsync(CheckFacts check, CancellationToken cancel);

    /// <summary>Sets a commit's status.</summary>
    Task StatusAsync(CheckFacts check, CancellationToken cancel);
}

/// <summary>A pull request.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Head">The last commit of its branch.</param>
public sealed record PullRequestFacts(int Number, string Head);

/// <summary>A comment.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Body">Its text.</param>
public sealed record CommentFacts(long Id, string Author, string Body);

/// <summary>An issue.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Author">Who opened it.</param>
/// <param name="Body">Its text.</param>
/// <param name="IsOpen">Whether it is open.</param>
public sealed record IssueFacts(int Number, string Author, string Body, bool IsOpen);

/// <summary>A verdict on a commit.</summary>
/// <param name="Name">The check's name.</param>
/// <param name="Commit">The commit.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Title">The verdict in one line.</param>
/// <param name="Summary">The verdict in Markdown.</param>
/// <param name="Link">The run's page; null for none.</param>
/// <param name="Annotations">Remarks on files of the repository.</param>
public sealed record CheckFacts(string Name, string Commit, Evaluation.Results.Verdict Verdict, string Title, string Summary, string? Link,
    IReadOnlyList<Annotation> Annotations);
