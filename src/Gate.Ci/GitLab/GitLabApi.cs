using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Polly;
using Polly.Retry;

namespace Gate.Ci.GitLab;

/// <summary>What Gate asks of GitLab: the notes of one merge request. Each call fails with a <see cref="GitLabException"/> that says what
/// to do.</summary>
/// <param name="options">How GitLab is reached.</param>
/// <param name="clock">Tells the time, for waits.</param>
public sealed class GitLabApi(GitLabOptions options, TimeProvider clock) : IDisposable
{
    private const int Page = 100, MostPages = 100;
    private const long MostBytes = 32 << 20;

    // Redirects are not followed, so that the token goes nowhere else.
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false })
        { Timeout = options.Timeout, MaxResponseContentBufferSize = MostBytes };

    /// <summary>Who writes with the token.</summary>
    public async Task<string> WriterAsync(CancellationToken cancel) =>
        Text(await AskAsync(HttpMethod.Get, "user", null, "say whose the token is", cancel).ConfigureAwait(false), "username");

    /// <summary>The last commit of the merge request's branch.</summary>
    public async Task<string> HeadAsync(CancellationToken cancel) =>
        Text(await AskAsync(HttpMethod.Get, Request, null, "read merge requests", cancel).ConfigureAwait(false), "sha");

    /// <summary>All notes of the merge request, oldest first.</summary>
    public async Task<IReadOnlyList<NoteFacts>> NotesAsync(CancellationToken cancel)
    {
        var notes = new List<NoteFacts>();
        for (int page = 1; page <= MostPages; page++)
        {
            string path = string.Create(CultureInfo.InvariantCulture,
                $"{Request}/notes?sort=asc&order_by=created_at&per_page={Page}&page={page}");
            if (await AskAsync(HttpMethod.Get, path, null, "read notes", cancel).ConfigureAwait(false) is not JsonArray found)
                throw Strange();
            notes.AddRange(found.OfType<JsonObject>().Select(note => new NoteFacts((long?)note["id"] ?? throw Strange(),
                (string?)note["author"]?["username"] ?? "", (string?)note["body"] ?? "")));
            if (found.Count < Page) break;
        }
        return notes;
    }

    /// <summary>Writes a note.</summary>
    public Task WriteAsync(string body, CancellationToken cancel) =>
        AskAsync(HttpMethod.Post, $"{Request}/notes", new JsonObject { ["body"] = body }, "write notes", cancel, again: false);

    /// <summary>Writes a note anew.</summary>
    public Task RewriteAsync(long note, string body, CancellationToken cancel) => AskAsync(HttpMethod.Put,
        string.Create(CultureInfo.InvariantCulture, $"{Request}/notes/{note}"), new JsonObject { ["body"] = body }, "write notes", cancel);

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private string Request =>
        string.Create(CultureInfo.InvariantCulture, $"projects/{options.Project}/merge_requests/{options.MergeRequest}");

    private static string Text(JsonNode? answer, string name) => (string?)(answer as JsonObject)?[name] ?? throw Strange();

    private static GitLabException Strange() => new("GitLab's answer is not of the form that its API has", null);

    // What writes something new is not repeated after an answer that was lost: it may have been written.
    private async Task<JsonNode?> AskAsync(HttpMethod method, string path, JsonObject? body, string doing, CancellationToken cancel,
        bool again = true)
    {
        var tries = new ResiliencePipelineBuilder { TimeProvider = clock }.AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = options.Retries,
            ShouldHandle = attempt => ValueTask.FromResult(Wait(attempt.Outcome.Exception) is not null
                && (again || attempt.Outcome.Exception is GitLabException { Status: HttpStatusCode.TooManyRequests })),
            DelayGenerator = attempt => ValueTask.FromResult(Wait(attempt.Outcome.Exception) is { } wait && wait > TimeSpan.Zero ? wait
                : (TimeSpan?)(options.FirstWait * (1 << attempt.AttemptNumber))),
        }).Build();
        try
        {
            return await tries.ExecuteAsync(async stop => await OnceAsync(method, path, body, doing, stop).ConfigureAwait(false), cancel)
                .ConfigureAwait(false);
        }
        catch (Exception error) when (error is HttpRequestException or IOException
            || (error is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new GitLabException(error is OperationCanceledException ? $"GitLab did not answer in time when asked to {doing}"
                : $"GitLab cannot be reached: {Terminal.PlainText.OneLine(error.Message)}", error) { MayHaveHappened = !again };
        }
    }

    private async Task<JsonNode?> OnceAsync(HttpMethod method, string path, JsonObject? body, string doing, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, new Uri($"{options.Address.AbsoluteUri.TrimEnd('/')}/{path}"));
        request.Headers.Add("PRIVATE-TOKEN", options.Token);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Gate", null));
        if (body is not null) request.Content = JsonContent.Create(body);
        using HttpResponseMessage answer = await client.SendAsync(request, cancel).ConfigureAwait(false);
        if (!answer.IsSuccessStatusCode) throw Refused(answer, doing);
        try
        {
            return await answer.Content.ReadFromJsonAsync<JsonNode>(cancel).ConfigureAwait(false);
        }
        catch (System.Text.Json.JsonException)
        {
            throw Strange();
        }
    }

    private static GitLabException Refused(HttpResponseMessage answer, string doing) => new(answer.StatusCode switch
    {
        HttpStatusCode.Unauthorized => "GitLab does not know the token (401); a job's own token may not write notes: put a project access "
            + "token with the scope 'api' and the role Reporter into the masked variable GITLAB_TOKEN",
        HttpStatusCode.Forbidden => $"the token may not {doing} (403): it needs the scope 'api' and the role Reporter at least",
        HttpStatusCode.NotFound => "GitLab finds nothing there (404): the project or the merge request does not exist, or the token may "
            + $"not {doing}",
        _ => string.Create(CultureInfo.InvariantCulture, $"GitLab cannot {doing} ({(int)answer.StatusCode})"),
    }, null)
    {
        Status = answer.StatusCode,
        RetryAfter = answer.Headers.RetryAfter?.Delta,
        MayHaveHappened = answer.StatusCode >= HttpStatusCode.InternalServerError,
    };

    // How long to wait before another try; zero where nobody says, null where none would help.
    private TimeSpan? Wait(Exception? error) => error switch
    {
        GitLabException { Status: HttpStatusCode.TooManyRequests or HttpStatusCode.Conflict or HttpStatusCode.RequestTimeout
            or >= HttpStatusCode.InternalServerError } refused =>
            (refused.RetryAfter ?? TimeSpan.Zero) <= options.LongestWait ? refused.RetryAfter ?? TimeSpan.Zero : null,
        HttpRequestException or IOException or OperationCanceledException => TimeSpan.Zero,
        _ => null,
    };
}
