using System.Security.Cryptography;
using System.Text;
using Gate.Ci.GitHub.Api;
using Gate.Evaluation.Results;

namespace Gate.Ci.GitHub;

/// <summary>The one comment of a policy on a pull request: found again by a hidden marker and its author, written anew and never
/// repeated.</summary>
public static class PullRequestComment
{
    /// <summary>The largest comment that is written, in bytes of UTF-8. GitHub takes 65,536 characters.</summary>
    public const int LimitBytes = 60_000;

    /// <summary>The whole comment.</summary>
    /// <param name="result">The result.</param>
    /// <param name="sections">Sections of Markdown, the most important first; those that have no room are left out whole.</param>
    /// <param name="link">Where the report is, out of the environment and not out of the result; null for nowhere.</param>
    public static string Compose(GateResult result, IReadOnlyList<string> sections, string? link)
    {
        string where = link is null ? "the report" : $"[the report]({link})";
        string foot = link is null ? "" : $"\nReport and result: [the run]({link}).\n";
        return WholeSections.Compose(sections, Marker(result) + "\n", LimitBytes - Encoding.UTF8.GetByteCount(foot),
            "A comment holds at most 65,536 characters", where) + foot;
    }

    /// <summary>What the comment of a policy begins with: a digest of its name and path, which nothing in it can leave.</summary>
    /// <param name="result">A result of the policy.</param>
    public static string Marker(GateResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        byte[] digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{result.Policy.Path}\n{result.Policy.Name}"));
        return $"<!-- gate:v1 policy={Convert.ToHexStringLower(digest)[..32]} -->";
    }

    /// <summary>Writes it.</summary>
    /// <param name="api">GitHub.</param>
    /// <param name="pullRequest">The pull request.</param>
    /// <param name="marker">What it begins with.</param>
    /// <param name="body">The comment.</param>
    /// <param name="author">Who writes with the token; null to ask.</param>
    /// <param name="mayCreate">Whether one is made where there is none.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>What was done, in words.</returns>
    /// <exception cref="GitHubException">It could not be written.</exception>
    public static async Task<string> WriteAsync(IGitHubApi api, int pullRequest, string marker, string body, string? author,
        bool mayCreate, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(api);
        string? writer = author ?? await api.WriterAsync(cancel).ConfigureAwait(false);
        return await LostAnswers.LookAndWriteAsync(() => TryAsync(api, pullRequest, marker, body, writer, mayCreate, cancel))
            .ConfigureAwait(false);
    }

    private static async Task<string> TryAsync(IGitHubApi api, int pullRequest, string marker, string body, string? writer,
        bool mayCreate, CancellationToken cancel)
    {
        IReadOnlyList<CommentFacts> comments = await api.CommentsAsync(pullRequest, cancel).ConfigureAwait(false);
        // A comment by somebody else that begins alike is theirs, whatever the token may do to it.
        CommentFacts? own = comments.FirstOrDefault(comment => comment.Body.StartsWith(marker, StringComparison.Ordinal)
            && IsBy(comment.Author, writer));
        if (own is not null) return $"comment updated: {await api.RewriteAsync(own.Id, body, cancel).ConfigureAwait(false)}";
        return mayCreate ? $"comment written: {await api.CommentAsync(pullRequest, body, cancel).ConfigureAwait(false)}"
            : "no comment: the verdict is a plain pass";
    }

    // The token of an app, such as a workflow's, may not say whose it is; no person's name ends like an app's.
    internal static bool IsBy(string author, string? writer) => writer is null ? author.EndsWith("[bot]", StringComparison.Ordinal)
        : author.Equals(writer, StringComparison.OrdinalIgnoreCase);
}
