using System.Globalization;
using System.Text.RegularExpressions;
using Gate.Ci.GitHub.Api;
using Gate.Ci.Terminal;
using Gate.Evaluation.Results;

namespace Gate.Ci.GitHub;

/// <summary>The one issue of a policy's scheduled runs: opened when one fails or is not decided, written anew by later ones, closed by the
/// first that passes.</summary>
public static partial class ScheduledIssue
{
    private const int MostTitle = 200;

    /// <summary>Writes it.</summary>
    /// <param name="api">GitHub.</param>
    /// <param name="result">What the run found.</param>
    /// <param name="sections">The result in sections of Markdown.</param>
    /// <param name="run">The run's number, which rises; null where it is not known.</param>
    /// <param name="link">The run's page; null for none.</param>
    /// <param name="author">Who writes with the token; null to ask.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>What was done, in words.</returns>
    /// <exception cref="GitHubException">It could not be written.</exception>
    public static async Task<string> WriteAsync(IGitHubApi api, GateResult result, IReadOnlyList<string> sections, long? run, string? link,
        string? author, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(result);
        string? writer = author ?? await api.WriterAsync(cancel).ConfigureAwait(false);
        return await LostAnswers.LookAndWriteAsync(() => TryAsync(api, result, sections, run, link, writer, cancel)).ConfigureAwait(false);
    }

    private static async Task<string> TryAsync(IGitHubApi api, GateResult result, IReadOnlyList<string> sections, long? run, string? link,
        string? writer, CancellationToken cancel)
    {
        string marker = PullRequestComment.Marker(result);
        IssueFacts[] own = [.. (await api.IssuesAsync(cancel).ConfigureAwait(false)).Where(issue =>
            issue.Body.StartsWith(marker, StringComparison.Ordinal) && PullRequestComment.IsBy(issue.Author, writer))];
        // A run that is run again later knows less than the one that came after it.
        if (own.Select(issue => RunOf(issue.Body, marker)).Max() is { } newer && run < newer)
            return string.Create(CultureInfo.InvariantCulture, $"no issue: run {newer} is newer than this one");
        string body = PullRequestComment.Compose(result, sections, link)
            .Insert(marker.Length, run is { } number ? string.Create(CultureInfo.InvariantCulture, $"<!-- run={number} -->") : "");
        string title = $"Model gate: {PlainText.OneLine(result.Policy.Name)}: {result.Verdict.Word()}";
        title = title.Length <= MostTitle ? title : title[..(MostTitle - 1)] + "…";
        bool passes = result.Verdict is Verdict.Pass or Verdict.Warn;
        if (own.FirstOrDefault(issue => issue.IsOpen) is { } open)
            return $"issue {(passes ? "closed" : "updated")}: "
                + await api.RewriteIssueAsync(open.Number, title, body, passes, cancel).ConfigureAwait(false);
        return passes ? "no issue: the run passes, and none is open"
            : $"issue opened: {await api.OpenIssueAsync(title, body, cancel).ConfigureAwait(false)}";
    }

    private static long? RunOf(string body, string marker) => Run().Match(body, marker.Length) is { Success: true } found
        ? long.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"\G<!-- run=([0-9]{1,18}) -->", RegexOptions.CultureInvariant)]
    private static partial Regex Run();
}
