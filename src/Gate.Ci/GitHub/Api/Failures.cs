using System.Globalization;
using System.Net;
using Gate.Ci.Terminal;
using Octokit;

namespace Gate.Ci.GitHub.Api;

/// <summary>What GitHub's refusals mean, and which of them are worth another try.</summary>
internal static class Failures
{
    /// <summary>How long to wait before another try; null where none would help.</summary>
    /// <param name="error">What was thrown.</param>
    /// <param name="otherwise">The wait where GitHub names none.</param>
    /// <param name="longest">The longest wait that is taken.</param>
    /// <param name="now">The time.</param>
    public static TimeSpan? Wait(Exception? error, TimeSpan otherwise, TimeSpan longest, DateTimeOffset now)
    {
        TimeSpan? wait = error switch
        {
            RateLimitExceededException limit => RetryAfter(limit) ?? (limit.Reset > now ? limit.Reset - now : otherwise),
            ApiException refused when IsLimit(refused) => RetryAfter(refused) ?? otherwise,
            ApiException { StatusCode: >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests
                or HttpStatusCode.Conflict or HttpStatusCode.RequestTimeout } refused => RetryAfter(refused) ?? otherwise,
            HttpRequestException or IOException or TimeoutException => otherwise,
            // The request's own time-out; who stops the run cancels a token that Polly looks at before it asks.
            OperationCanceledException => otherwise,
            _ => null,
        };
        return wait <= longest ? wait : null;
    }

    /// <summary>Whether GitHub said itself that it did nothing, so that asking again repeats nothing.</summary>
    /// <param name="error">What was thrown.</param>
    public static bool WasRefused(Exception? error) => error is RateLimitExceededException
        || (error is ApiException refused && IsLimit(refused))
        || error is ApiException { StatusCode: HttpStatusCode.TooManyRequests or HttpStatusCode.Conflict };

    /// <summary>A failure in one line.</summary>
    /// <param name="error">What was thrown.</param>
    /// <param name="doing">What was tried: <c>write comments</c>.</param>
    /// <param name="permission">What allows it: <c>pull-requests: write</c>.</param>
    /// <param name="mayHaveHappened">Whether it may have been done all the same.</param>
    public static GitHubException Of(Exception error, string doing, string permission, bool mayHaveHappened) => new(error switch
    {
        RateLimitExceededException limit => string.Create(CultureInfo.InvariantCulture,
            $"GitHub's rate limit for this token is used up until {limit.Reset:yyyy-MM-dd HH:mm} UTC"),
        ApiException refused when IsLimit(refused) => "GitHub's secondary rate limit holds this token back; run the job again later",
        AuthorizationException => "GitHub does not know the token (401); pass one in GITHUB_TOKEN: 'GITHUB_TOKEN: ${{ github.token }}'",
        ForbiddenException => $"the token may not {doing} (403): give the job '{permission}'; a pull request from a fork never has it "
            + "(docs/github.md#pull-requests-from-forks)",
        NotFoundException => "GitHub finds nothing there (404): the repository, the pull request or the commit does not exist, or the "
            + $"token may not {doing}, which takes '{permission}'",
        ApiException { StatusCode: HttpStatusCode.UnprocessableEntity } refused => $"GitHub refuses to {doing} (422): {Said(refused)}",
        ApiException refused => $"GitHub cannot {doing} now ({(int)refused.StatusCode}): {Said(refused)}",
        OperationCanceledException or TimeoutException => $"GitHub did not answer in time when asked to {doing}",
        _ => $"GitHub cannot be reached: {PlainText.OneLine(error.Message)}",
    }, error) { MayHaveHappened = mayHaveHappened };

    private static bool IsLimit(ApiException refused) => refused is SecondaryRateLimitExceededException or AbuseException
        || (refused is ForbiddenException && RetryAfter(refused) is not null);

    private static TimeSpan? RetryAfter(ApiException refused) => refused.HttpResponse?.Headers
        .Where(header => header.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Select(header => header.Value)
        .FirstOrDefault() is { } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)
            ? TimeSpan.FromSeconds(seconds) : null;

    private static string Said(ApiException refused)
    {
        string text = PlainText.OneLine(string.Join("; ", new[] { refused.ApiError?.Message ?? refused.Message }
            .Concat((refused.ApiError?.Errors ?? []).Select(error => error.Message)).Where(part => !string.IsNullOrEmpty(part))));
        return text.Length <= 300 ? text : text[..300] + "…";
    }
}
