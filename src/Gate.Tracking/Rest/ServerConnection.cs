using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using System.Text.Json;
using Gate.Wording;
using Polly;

namespace Gate.Tracking.Rest;

/// <summary>
/// Sends requests to a server and tries again what may go well the next time: no connection, a connection that was cut, 408, 429, 500, 502,
/// 503, 504. Where the server says when (<c>Retry-After</c>), that long is waited, a minute at most. Nothing follows a redirection, so
/// that no secret goes where nobody sent it.
/// </summary>
internal sealed class ServerConnection : IDisposable
{
    /// <summary>How often a request is sent at most.</summary>
    public const int Tries = 5;

    // As large as the largest model that is read.
    private const long LargestAnswer = 1L << 29;
    private static readonly TimeSpan longestWait = TimeSpan.FromMinutes(1), patience = TimeSpan.FromMinutes(2);

    private readonly ServerOptions options;
    private readonly HttpClient client;
    private readonly ResiliencePipeline<HttpResponseMessage> pipeline;

    public ServerConnection(ServerOptions options, TimeProvider clock)
    {
        this.options = options;
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AutomaticDecompression = DecompressionMethods.All, ConnectTimeout = TimeSpan.FromSeconds(15) };
        if (options.InsecureTls) TakeAnyCertificate(handler);
        client = new HttpClient(handler) { Timeout = patience, MaxResponseContentBufferSize = LargestAnswer };
        if (options.Authorization is { } shown)
            client.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(shown);
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", options.Agent);
        pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }.AddRetry(new()
        {
            MaxRetryAttempts = Tries - 1,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromSeconds(0.5),
            ShouldHandle = new PredicateBuilder<HttpResponseMessage>().HandleResult(answer => IsPassing(answer.StatusCode))
                .Handle<HttpRequestException>(error => error.InnerException is not AuthenticationException)
                .Handle<IOException>().Handle<TaskCanceledException>(error => error.InnerException is TimeoutException),
            DelayGenerator = given => ValueTask.FromResult(Wait(given.Outcome.Result, clock)),
            OnRetry = given =>
            {
                given.Outcome.Result?.Dispose();
                return default;
            },
        }).Build();
    }

    /// <summary>Sends a request and reads the JSON that it is answered with.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path below the server's address, escaped, with its query.</param>
    /// <param name="body">Makes the body of each try; null for none. It is told how many tries there were before, and may give null where
    /// nothing is left to be sent.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="ServerRefusal">The server refuses it.</exception>
    /// <exception cref="TrackingException">There is no answer, or none that anybody understands.</exception>
    public async Task<JsonElement> AskAsync(HttpMethod method, string path, Func<int, Task<HttpContent?>>? body, CancellationToken cancel)
    {
        using HttpResponseMessage answer = await SendAsync(method, path, body, cancel).ConfigureAwait(false);
        byte[] bytes = await ReadAsync(answer, cancel).ConfigureAwait(false);
        JsonElement? json = Json(bytes);
        if (answer.IsSuccessStatusCode && json is { } said) return said;
        throw Refusal(answer, bytes, json);
    }

    /// <summary>Reads the bytes of a file; null where there is none.</summary>
    /// <exception cref="TrackingException">There is no answer, or the server refuses it.</exception>
    public async Task<byte[]?> DownloadAsync(string path, CancellationToken cancel)
    {
        using HttpResponseMessage answer = await SendAsync(HttpMethod.Get, path, null, cancel).ConfigureAwait(false);
        byte[] bytes = await ReadAsync(answer, cancel).ConfigureAwait(false);
        if (answer.IsSuccessStatusCode) return bytes;
        return answer.StatusCode == HttpStatusCode.NotFound ? null : throw Unavailable(Refusal(answer, bytes, Json(bytes)));
    }

    /// <summary>What a refusal means to somebody who did not expect one.</summary>
    public TrackingException Unavailable(Exception refusal) => refusal as TrackingException
        ?? new(TrackingFault.Unavailable, $"{options.Place} refuses: {refusal.Message}", refusal);

    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, Func<int, Task<HttpContent?>>? body,
        CancellationToken cancel)
    {
        int tries = 0;
        try
        {
            return await pipeline.ExecuteAsync(async stop =>
            {
                using var request = new HttpRequestMessage(method, $"{options.Place}/{path}");
                if (body is not null)
                {
                    request.Content = await body(tries).ConfigureAwait(false);
                    if (request.Content is null) return new(HttpStatusCode.OK) { Content = new StringContent("{}") };
                }
                tries++;
                return await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, stop).ConfigureAwait(false);
            }, cancel).ConfigureAwait(false);
        }
        catch (HttpRequestException error) when (error.InnerException is AuthenticationException certificate)
        {
            throw new TrackingException(TrackingFault.Unavailable, $"the certificate of {options.Place} is not trusted here "
                + $"({Shown.OneLine(certificate.Message)}); add its authority to the system's, or, where nobody can be between, set "
                + "MLFLOW_TRACKING_INSECURE_TLS=true", error);
        }
        catch (Exception error) when (error is HttpRequestException or IOException
            || (error is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            throw new TrackingException(TrackingFault.Unavailable, $"{options.Place} cannot be reached, tried {tries} times: "
                + Shown.OneLine(error.InnerException?.Message ?? error.Message), error);
        }
    }

    [SuppressMessage("Security", "CA5359", Justification = "only where the user says so, of a server that has no certificate to trust")]
    private static void TakeAnyCertificate(SocketsHttpHandler handler) =>
        handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;

    private static async Task<byte[]> ReadAsync(HttpResponseMessage answer, CancellationToken cancel) =>
        await answer.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false);

    private static bool IsPassing(HttpStatusCode status) => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
        or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable
        or HttpStatusCode.GatewayTimeout;

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

    private static JsonElement? Json(byte[] bytes)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Exception Refusal(HttpResponseMessage answer, byte[] bytes, JsonElement? json)
    {
        int status = (int)answer.StatusCode;
        string said = Said(json);
        TrackingException Told(string message) => new(TrackingFault.Unavailable, message);
        return status switch
        {
            401 => Told($"{options.Place} does not know who asks (401){said}; set MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and "
                + "MLFLOW_TRACKING_PASSWORD; a token may have expired"),
            403 => Told($"{options.Place} does not allow this to whoever asks (403){said}; the token or user needs the right to it"),
            >= 300 and < 400 => Told($"{options.Place} sends elsewhere ({status}), which is not followed; name the address itself in "
                + "MLFLOW_TRACKING_URI"),
            >= 500 or 408 or 429 => Told($"{options.Place} answers {status}, tried {Tries} times{said}"),
            _ when json is { } error && error.TryGetProperty("error_code", out JsonElement code) =>
                new ServerRefusal(code.ToString(), status, Text(error)),
            404 or 405 => new ServerRefusal("", status,
                $"it has no such interface ({status}); is it a tracking server of MLflow, and is the address that of the server itself?"),
            _ => Told($"{options.Place} is no tracking server of MLflow: it answers with {Kind(answer, bytes)} ({status}); is the address "
                + "that of a page, or is a sign-in in between?"),
        };
    }

    private static string Kind(HttpResponseMessage answer, byte[] bytes) => bytes.Length == 0 ? "nothing"
        : answer.Content.Headers.ContentType?.MediaType is { } type ? Shown.Of(type) : "what is no JSON";

    private static string Said(JsonElement? json) => json is { } error && error.TryGetProperty("message", out _) ? $": {Text(error)}" : "";

    private static string Text(JsonElement error)
    {
        string text = error.TryGetProperty("message", out JsonElement message) ? Shown.OneLine(message.ToString()) : "";
        return text.Length <= 300 ? text : text[..299] + "…";
    }
}
