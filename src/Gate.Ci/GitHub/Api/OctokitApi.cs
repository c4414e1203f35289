using Gate.Evaluation.Results;
using Octokit;
using Octokit.Internal;
using Polly;
using Polly.Retry;
using ProductHeaderValue = Octokit.ProductHeaderValue;

namespace Gate.Ci.GitHub.Api;

/// <summary>GitHub by Octokit, with retries by Polly. No type outside this folder names either, so that a run that publishes nothing
/// loads neither.</summary>
public sealed class OctokitApi : IGitHubApi
{
    private const string Comments = "pull-requests: write", Issues = "issues: write";
    private const int Page = 100, AnnotationsPerCall = 50;

    private readonly GitHubClient client;
    private readonly GitHubOptions options;
    private readonly TimeProvider clock;

    /// <summary>A client of one repository.</summary>
    /// <param name="options">How GitHub is reached.</param>
    /// <param name="clock">Tells the time, for waits.</param>
    public OctokitApi(GitHubOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        (this.options, this.clock) = (options, clock);
        // Octokit adds /api/v3 to any address but that of github.com, also to those that must not have it (api.NAME.ghe.com). The runner
        // knows the right one, and a connection takes it as it is.
        var address = new Uri(options.Address.AbsoluteUri.TrimEnd('/') + "/");
        Credentials credentials = options.Token is { Length: > 0 } token ? new(token) : Credentials.Anonymous;
        var http = new HttpClientAdapter(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        var connection = new Connection(new ProductHeaderValue("Gate", typeof(OctokitApi).Assembly.GetName().Version?.ToString()), address,
            new InMemoryCredentialStore(credentials), http, new SimpleJsonSerializer());
        connection.SetRequestTimeout(options.Timeout);
        client = new GitHubClient(connection);
    }

    /// <inheritdoc/>
    public async Task<string?> WriterAsync(CancellationToken cancel)
    {
        try
        {
            return (await AskAsync(() => client.User.Current(), "say whose it is", "a user's token", cancel).ConfigureAwait(false)).Login;
        }
        catch (GitHubException refused) when (refused.InnerException is ForbiddenException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<PullRequestFacts> PullRequestAsync(int number, CancellationToken cancel) => Facts(await AskAsync(
        () => client.PullRequest.Get(options.Owner, options.Repository, number), "read pull requests", "pull-requests: read", cancel)
        .ConfigureAwait(false));

    /// <inheritdoc/>
    public async Task<PullRequestFacts?> PullRequestOfAsync(string owner, string branch, CancellationToken cancel)
    {
        var request = new PullRequestRequest { State = ItemStateFilter.Open, Head = $"{owner}:{branch}" };
        IReadOnlyList<PullRequest> found = await AskAsync(() => client.PullRequest.GetAllForRepository(options.Owner, options.Repository,
            request, new ApiOptions { PageSize = Page }), "read pull requests", "pull-requests: read", cancel).ConfigureAwait(false);
        return found.Count == 1 ? Facts(found[0]) : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CommentFacts>> CommentsAsync(int number, CancellationToken cancel)
    {
        IReadOnlyList<IssueComment> comments = await ListAsync<IssueComment>(FormattableString.Invariant($"issues/{number}/comments"), [],
            new ApiOptions { PageSize = Page }, "read comments", Comments, cancel).ConfigureAwait(false);
        return [.. comments.Select(comment => new CommentFacts(comment.Id, comment.User?.Login ?? "", comment.Body ?? ""))];
    }

    /// <inheritdoc/>
    public async Task<string> CommentAsync(int number, string body, CancellationToken cancel) => (await AskAsync(
        () => client.Issue.Comment.Create(options.Owner, options.Repository, number, body), "write comments", Comments, cancel,
        again: false).ConfigureAwait(false)).HtmlUrl;

    /// <inheritdoc/>
    public async Task<string> RewriteAsync(long comment, string body, CancellationToken cancel) => (await AskAsync(
        () => client.Issue.Comment.Update(options.Owner, options.Repository, comment, body), "write comments", Comments, cancel)
        .ConfigureAwait(false)).HtmlUrl;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<IssueFacts>> IssuesAsync(CancellationToken cancel)
    {
        IReadOnlyList<Issue> open = await IssuesAsync("open", new ApiOptions { PageSize = Page }, cancel).ConfigureAwait(false);
        IReadOnlyList<Issue> closed = await IssuesAsync("closed", new ApiOptions { PageSize = Page, PageCount = 1 }, cancel)
            .ConfigureAwait(false);
        return [.. open.Concat(closed).Where(issue => issue.PullRequest is null).Select(issue =>
            new IssueFacts(issue.Number, issue.User?.Login ?? "", issue.Body ?? "", issue.State.Value == ItemState.Open))];
    }

    private Task<IReadOnlyList<Issue>> IssuesAsync(string state, ApiOptions pages, CancellationToken cancel) => ListAsync<Issue>("issues",
        new() { ["state"] = state, ["sort"] = "updated", ["direction"] = "desc" }, pages, "read issues", Issues, cancel);

    // Octokit's own calls send parameters that GitHub's description of these lists does not have.
    private Task<IReadOnlyList<T>> ListAsync<T>(string path, Dictionary<string, string> parameters, ApiOptions pages, string doing,
        string permission, CancellationToken cancel) => AskAsync(() => new ApiConnection(client.Connection).GetAll<T>(
            new Uri($"repos/{options.Owner}/{options.Repository}/{path}", UriKind.Relative), parameters, pages), doing, permission, cancel);

    /// <inheritdoc/>
    public async Task<string> OpenIssueAsync(string title, string body, CancellationToken cancel) => (await AskAsync(
        () => client.Issue.Create(options.Owner, options.Repository, new NewIssue(title) { Body = body }), "open issues", Issues, cancel,
        again: false).ConfigureAwait(false)).HtmlUrl;

    /// <inheritdoc/>
    public async Task<string> RewriteIssueAsync(int number, string title, string body, bool closes, CancellationToken cancel)
    {
        var change = new IssueUpdate { Title = title, Body = body };
        if (closes) (change.State, change.StateReason) = (ItemState.Closed, ItemStateReason.Completed);
        return (await AskAsync(() => client.Issue.Update(options.Owner, options.Repository, number, change), "write issues", Issues, cancel)
            .ConfigureAwait(false)).HtmlUrl;
    }

    /// <inheritdoc/>
    public async Task CheckAsync(CheckFacts check, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(check);
        NewCheckRunAnnotation[][] batches = [.. check.Annotations.Select(Remark).Chunk(AnnotationsPerCall)];
        NewCheckRunOutput Output(int batch) =>
            new(check.Title, check.Summary) { Annotations = batch < batches.Length ? batches[batch] : [] };
        var made = new NewCheckRun(check.Name, check.Commit)
        {
            Status = CheckStatus.Completed,
            Conclusion = Conclusion(check.Verdict),
            DetailsUrl = check.Link,
            Output = Output(0),
        };
        CheckRun run = await AskAsync(() => client.Check.Run.Create(options.Owner, options.Repository, made), "make checks",
            "checks: write", cancel, again: false).ConfigureAwait(false);
        for (int batch = 1; batch < batches.Length; batch++)
        {
            var more = new CheckRunUpdate { Output = Output(batch) };
            await AskAsync(() => client.Check.Run.Update(options.Owner, options.Repository, run.Id, more), "make checks", "checks: write",
                cancel, again: false).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public Task StatusAsync(CheckFacts check, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(check);
        var status = new NewCommitStatus
        {
            Context = check.Name,
            Description = check.Title.Length <= 140 ? check.Title : check.Title[..139] + "…",
            State = check.Verdict switch
            {
                Verdict.Pass or Verdict.Warn or Verdict.Inform => CommitState.Success,
                Verdict.Inconclusive => CommitState.Error,
                _ => CommitState.Failure,
            },
            TargetUrl = check.Link,
        };
        return AskAsync(() => client.Repository.Status.Create(options.Owner, options.Repository, check.Commit, status), "set statuses",
            "statuses: write", cancel);
    }

    // Required checks let pass what is successful, skipped or neutral; what is not decided asks for somebody.
    private static CheckConclusion Conclusion(Verdict verdict) => verdict switch
    {
        Verdict.Pass or Verdict.Warn => CheckConclusion.Success,
        Verdict.Inconclusive => CheckConclusion.ActionRequired,
        Verdict.Inform => CheckConclusion.Neutral,
        _ => CheckConclusion.Failure,
    };

    private static NewCheckRunAnnotation Remark(Annotation remark) => new(remark.File!, Math.Max(1, remark.Line), Math.Max(1, remark.Line),
        remark.Level == AnnotationLevel.Error ? CheckAnnotationLevel.Failure : CheckAnnotationLevel.Warning, remark.Message)
    {
        Title = remark.Title.Length <= 255 ? remark.Title : remark.Title[..254] + "…",
    };

    private static PullRequestFacts Facts(PullRequest pull) => new(pull.Number, pull.Head.Sha);

    /// <summary>Asks, and asks again where that may help. A call that writes something new is not repeated after an answer that was lost:
    /// it may have been written.</summary>
    private async Task<T> AskAsync<T>(Func<Task<T>> call, string doing, string permission, CancellationToken cancel, bool again = true)
    {
        try
        {
            return await Retries<T>(again).ExecuteAsync(async _ => await call().ConfigureAwait(false), cancel).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancel.IsCancellationRequested
            && error is ApiException or HttpRequestException or IOException or TimeoutException or OperationCanceledException)
        {
            throw Failures.Of(error, doing, permission, mayHaveHappened: !again && !Failures.WasRefused(error)
                && Failures.Wait(error, TimeSpan.Zero, TimeSpan.MaxValue, clock.GetUtcNow()) is not null);
        }
    }

    private ResiliencePipeline<T> Retries<T>(bool again)
    {
        TimeSpan? Wait(Exception? error, int attempt) =>
            Failures.Wait(error, options.FirstWait * (1 << attempt), options.LongestWait, clock.GetUtcNow());
        return new ResiliencePipelineBuilder<T> { TimeProvider = clock }.AddRetry(new RetryStrategyOptions<T>
        {
            MaxRetryAttempts = options.Retries,
            ShouldHandle = attempt => ValueTask.FromResult(Wait(attempt.Outcome.Exception, attempt.AttemptNumber) is not null
                && (again || Failures.WasRefused(attempt.Outcome.Exception))),
            DelayGenerator = attempt => ValueTask.FromResult(Wait(attempt.Outcome.Exception, attempt.AttemptNumber)),
        }).Build();
    }
}
