using System.Globalization;
using Gate.Ci.GitHub.Api;
using Gate.Ci.Terminal;
using Gate.Evaluation.Results;

namespace Gate.Ci.GitHub;

/// <summary>Puts a result where people decide: one comment on the pull request, and a check or a status of its commit.</summary>
/// <param name="environment">What the host says.</param>
/// <param name="wishes">What is asked for.</param>
/// <param name="connect">Makes a client of GitHub, when it is known how it is reached.</param>
public sealed class GitHubPublication(CiContext environment, PublishingWishes wishes, Func<GitHubOptions, IGitHubApi> connect)
{
    private const string ForkNotice = "> This result comes from a run of the pull request's own code. Here it is rendered from its "
        + "numbers; what counts is the check of that run.\n";

    /// <summary>Publishes a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="sections">The comment in sections, made from the result's numbers.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>What was done, in lines.</returns>
    /// <exception cref="GitHubException">It could not be published.</exception>
    public async Task<IReadOnlyList<string>> PublishAsync(GateResult result, IReadOnlyList<string> sections,
        CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(result);
        var happened = GitHubEvent.Of(environment.Environment);
        IGitHubApi api = connect(Options());
        bool isFork = happened.Name == "workflow_run";
        (PullRequestFacts? pull, string? why) = await PullRequestAsync(api, happened, cancel).ConfigureAwait(false);
        if (pull is not null && happened.Head is { } judged && pull.Head != judged)
            return [$"nothing is published: the result is of {Short(judged)}, and the pull request has moved on to {Short(pull.Head)}"];
        var done = new List<string>();
        if (wishes.Comment != CommentWish.Never)
            done.Add(pull is null ? why!
                : await CommentAsync(api, pull.Number, result, isFork ? [$"{sections[0]}\n{ForkNotice}", .. sections.Skip(1)] : sections,
                    cancel).ConfigureAwait(false));
        if (wishes.Issue != IssueWish.Never)
            done.Add(happened.Name is "schedule" or "workflow_dispatch"
                ? await ScheduledIssue.WriteAsync(api, result, sections, RunNumber, Link, wishes.Author, cancel).ConfigureAwait(false)
                : "no issue: this run is none of a schedule");
        if (wishes.Check == CheckWish.None) return done;
        // A fork's run can claim any verdict: nothing that unlocks a merge is made of it.
        if (isFork) return [.. done, "no check: the result of a fork's run is never made one"];
        CheckFacts check = Check(result, sections, pull?.Head ?? Commit());
        if (wishes.Check == CheckWish.Check) await api.CheckAsync(check, cancel).ConfigureAwait(false);
        else await api.StatusAsync(check, cancel).ConfigureAwait(false);
        return [.. done, $"{(wishes.Check == CheckWish.Check ? "check" : "status")} '{check.Name}' set on {Short(check.Commit)}"];
    }

    private Task<string> CommentAsync(IGitHubApi api, int pull, GateResult result, IReadOnlyList<string> sections,
        CancellationToken cancel) =>
        PullRequestComment.WriteAsync(api, pull, PullRequestComment.Marker(result), PullRequestComment.Compose(result, sections, Link),
            wishes.Author, wishes.Comment == CommentWish.Always || IsWorthSaying(result), cancel);

    // A plain pass changes nobody's mind; it is said where a comment is there already.
    internal static bool IsWorthSaying(GateResult result) =>
        result.Verdict != Verdict.Pass || result.PolicyChange?.Loosened().Any() == true;

    // The number that every run of a repository gets, whichever workflow it is of: a later run has a larger one.
    private long? RunNumber => long.TryParse(environment.Environment.GetValueOrDefault("GITHUB_RUN_ID"), NumberStyles.None,
        CultureInfo.InvariantCulture, out long number) ? number : null;

    private string? Link => GitHubRun.From(environment.Environment).Link;

    private GitHubOptions Options()
    {
        IReadOnlyDictionary<string, string> variables = environment.Environment;
        string address = variables.GetValueOrDefault("GITHUB_API_URL") is { Length: > 0 } url ? url : "https://api.github.com";
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.UserInfo.Length > 0
            || !(uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)))
            throw Unusable("GITHUB_API_URL is no https address of an API");
        string[] repository = (GitHubRun.Repository(wishes.Repository ?? variables.GetValueOrDefault("GITHUB_REPOSITORY"))
            ?? throw Unusable("no repository is known; give '--repository owner/name'")).Split('/');
        string? token = variables.GetValueOrDefault("GITHUB_TOKEN") is { Length: > 0 } given ? given
            : variables.GetValueOrDefault("GH_TOKEN");
        return string.IsNullOrEmpty(token)
            ? throw Unusable("there is no token; pass one in GITHUB_TOKEN: 'GITHUB_TOKEN: ${{ github.token }}'")
            : new(uri, repository[0], repository[1], token);
    }

    private async Task<(PullRequestFacts? Pull, string? Why)> PullRequestAsync(IGitHubApi api, GitHubEvent happened,
        CancellationToken cancel)
    {
        if ((wishes.PullRequest ?? happened.PullRequest) is { } number)
            return (await api.PullRequestAsync(number, cancel).ConfigureAwait(false), null);
        if (happened.Fork is not { } fork) return (null, "no comment: this event has no pull request");
        // Which pull request it is says GitHub, and never the result.
        PullRequestFacts? found = await api.PullRequestOfAsync(fork.Owner, fork.Branch, cancel).ConfigureAwait(false);
        return (found,
            found is null ? $"no comment: {PlainText.OneLine(fork.Owner)}'s branch has no single open pull request" : null);
    }

    private string Commit() => GitHubRun.Commit(environment.Environment.GetValueOrDefault("GITHUB_SHA"))
        ?? throw Unusable("no commit is known; GITHUB_SHA is none");

    private CheckFacts Check(GateResult result, IReadOnlyList<string> sections, string commit)
    {
        string title = string.Create(CultureInfo.InvariantCulture, $"{result.Seen().Word()}: {PlainText.OneLine(result.Headline)}");
        IEnumerable<Annotation> remarks = FindingAnnotations.From(result)
            .Select(remark => remark with { File = WorkspacePath.Inside(remark.File, environment) })
            .Where(remark => remark.File is not null);
        return new(Cut($"gate / {PlainText.OneLine(result.Policy.Name)}", 100), commit, result.Seen(), Cut(title, 255),
            WholeSections.Compose(sections, "", PullRequestComment.LimitBytes, "A check holds at most 65,535 bytes", "the report"), Link,
            [.. remarks]);
    }

    private static string Short(string commit) => commit[..Math.Min(12, commit.Length)];

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";

    private static GitHubException Unusable(string message) => new(message, new InvalidOperationException(message));
}
