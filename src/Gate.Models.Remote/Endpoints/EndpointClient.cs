using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using System.Text.Json;
using Gate.Wording;
using Polly;

namespace Gate.Models.Remote.Endpoints;

/// <summary>
/// Sends rows to a server and tries again what may go well the next time: no connection, a connection that was cut, no answer in time, 408,
/// 429, 502, 503, 504. Where the server says when (<c>Retry-After</c>), that long is waited, a minute at most. Nothing follows a
/// redirection, so that neither rows nor the token go where nobody sent them.
/// </summary>
internal sealed class EndpointClient : IDisposable
{
    private static readonly TimeSpan longestWait = TimeSpan.FromMinutes(1);

    private readonly EndpointOptions options;
    private readonly HttpClient client;
    private readonly ResiliencePipeline<HttpResponseMessage> pipeline;

    public EndpointClient(EndpointOptions options, TimeProvider clock)
    {
        this.options = options;
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5), AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(15), MaxConnectionsPerServer = options.Concurrency })
            { Timeout = Timeout.InfiniteTimeSpan };
        if (options.Token is { } token) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", options.Agent);
        client.DefaultRequestHeaders.Accept.Add(new("application/json"));
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock };
        if (options.Retries > 0)
            builder.AddRetry(new()
            {
                MaxRetryAttempts = options.Retries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromSeconds(0.5),
                MaxDelay = longestWait,
                ShouldHandle = new PredicateBuilder<HttpResponseMessage>().HandleResult(answer => IsPassing(answer.StatusCode))
                    .Handle<HttpRequestException>(error => error.InnerException is not AuthenticationException)
                    .Handle<IOException>().Handle<TimeoutException>(),
                DelayGenerator = given => ValueTask.FromResult(Wait(given.Outcome.Result, clock)),
                OnRetry = given =>
                {
                    given.Outcome.Result?.Dispose();
                    return default;
                },
            });
        pipeline = builder.Build();
    }

    /// <summary>Sends a body and reads the JSON that it is answered with.</summary>
    /// <param name="body">The body.</param>
    /// <param name="most">The most bytes that the answer may have.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="RemoteUnavailableException">There is no answer, or the server does not let this in.</exception>
    /// <exception cref="ModelException">The server refuses the rows, or answers with what is no JSON.</exception>
    public async Task<JsonDocument> AskAsync(ReadOnlyMemory<byte> body, long most, CancellationToken cancel)
    {
        int tries = 0;
        try
        {
            using HttpResponseMessage answer = await pipeline.ExecuteAsync(stop =>
            {
                tries++;
                return TryAsync(body, most, stop);
            }, cancel).ConfigureAwait(false);
            byte[] bytes = await answer.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false);
            if (answer.IsSuccessStatusCode) return AnswerText.Parse(bytes, answer.Content.Headers.ContentType?.MediaType);
            throw Refusal((int)answer.StatusCode, AnswerText.Said(bytes), tries);
        }
        catch (HttpRequestException error) when (error.InnerException is AuthenticationException certificate)
        {
            throw new RemoteUnavailableException($"the certificate of {options.Place} is not trusted here "
                + $"({Shown.OneLine(certificate.Message)}); add its authority to the system's", error);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or TimeoutException)
        {
            throw new RemoteUnavailableException(FormattableString.Invariant($"{options.Place} cannot be reached, tried {tries} times: ")
                + Shown.OneLine(error.InnerException?.Message ?? error.Message), error);
        }
    }

    public void Dispose() => client.Dispose();

    // The time and the size of a try cover its answer too: a server that trickles is no better than one that is silent.
    private async ValueTask<HttpResponseMessage> TryAsync(ReadOnlyMemory<byte> body, long most, CancellationToken cancel)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        time.CancelAfter(options.Timeout);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Address) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        HttpResponseMessage? answer = null;
        try
        {
            answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, time.Token).ConfigureAwait(false);
            answer.Content = await WholeAsync(answer.Content, most, time.Token).ConfigureAwait(false);
            return answer;
        }
        catch (OperationCanceledException error) when (!cancel.IsCancellationRequested)
        {
            answer?.Dispose();
            throw new TimeoutException(FormattableString.Invariant($"no whole answer within {options.Timeout.TotalSeconds} s"), error);
        }
        catch
        {
            answer?.Dispose();
            throw;
        }
    }

    private static async Task<HttpContent> WholeAsync(HttpContent content, long most, CancellationToken cancel)
    {
        var memory = new MemoryStream();
        Stream stream = await content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        var buffer = new byte[1 << 16];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancel).ConfigureAwait(false)) > 0)
        {
            if (memory.Length + read > most)
                throw new ModelException(FormattableString.Invariant($"the answer has more than {most >> 10} KB, too much for its rows"));
            memory.Write(buffer, 0, read);
        }
        var whole = new ByteArrayContent(memory.ToArray());
        whole.Headers.ContentType = content.Headers.ContentType;
        content.Dispose();
        return whole;
    }

    private static bool IsPassing(HttpStatusCode status) => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
        or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private static TimeSpan? Wait(HttpResponseMessage? answer, TimeProvider clock)
    {
        TimeSpan? asked = answer?.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => null,
        };
        return asked is null ? null : asked < TimeSpan.Zero ? TimeSpan.Zero : asked > longestWait ? longestWait : asked;
    }

    // A server that says 500 to rows has failed on these rows, and would again.
    private Exception Refusal(int status, string said, int tries) => status switch
    {
        401 => new RemoteUnavailableException($"{options.Place} does not know who asks (401){said}; name in 'token' the environment "
            + $"variable that has the token, which may also have expired"),
        403 => new RemoteUnavailableException($"{options.Place} does not allow this to whoever asks (403){said}"),
        404 or 405 => new RemoteUnavailableException($"{Place(status, "has no such interface")}{said}; is it the whole address, such as "
            + "…/invocations, …/score or …/v2/models/NAME/infer?"),
        >= 300 and < 400 => new RemoteUnavailableException($"{Place(status, "sends elsewhere")}, which is not followed; name the address "
            + "itself"),
        408 or 429 or >= 502 => new RemoteUnavailableException(FormattableString.Invariant(
            $"{options.Place} answers {status}, tried {tries} times{said}")),
        _ => new ModelException($"{Place(status, "refuses the rows")}{said}; hold the columns and their names against what the model "
            + "takes"),
    };

    private string Place(int status, string does) => FormattableString.Invariant($"{options.Place} {does} ({status})");
}
