using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gate.Tests.Tracking.Rest;

/// <summary>A request as it came.</summary>
internal sealed record Received(string Method, string Path, string Body, string? Authorization);

/// <summary>A tracking server for tests: it answers in the shapes of the transcript, keeps state, and fails where it is told to.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly object turn = new();

    private FakeServer(WebApplication app, MlflowState state) => (this.app, State) = (app, state);

    public Uri Address => new(app.Urls.First());

    public MlflowState State { get; }

    public List<Received> Requests { get; } = [];

    /// <summary>What happens to a request before it is carried out, by its number from 0 on; null to let it through.</summary>
    public Func<int, Received, HttpContext, Task<bool>>? Before { get; set; }

    /// <summary>The same after it was carried out, in place of the answer.</summary>
    public Func<int, Received, HttpContext, Task<bool>>? Instead { get; set; }

    public static async Task<FakeServer> StartAsync(X509Certificate2? certificate = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null) listen.UseHttps(certificate);
        }));
        if (certificate is not null) builder.WebHost.UseKestrelHttpsConfiguration();
        var server = new FakeServer(builder.Build(), new MlflowState());
        server.app.Run(server.AnswerAsync);
        await server.app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        byte[] bytes = [];
        using (var memory = new MemoryStream())
        {
            await context.Request.Body.CopyToAsync(memory);
            bytes = memory.ToArray();
        }
        var received = new Received(context.Request.Method, context.Request.Path.Value! + context.Request.QueryString.Value,
            System.Text.Encoding.UTF8.GetString(bytes), context.Request.Headers.Authorization);
        int number;
        (int Status, string Type, byte[] Content) answer;
        lock (turn)
        {
            number = Requests.Count;
            Requests.Add(received);
        }
        if (Before is not null && await Before(number, received, context)) return;
        lock (turn) answer = State.Answer(context.Request, bytes);
        if (Instead is not null && await Instead(number, received, context)) return;
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.Type;
        await context.Response.Body.WriteAsync(answer.Content);
    }

    /// <summary>Answers a status without anything else.</summary>
    public static async Task<bool> StatusAsync(HttpContext context, int status, string? retryAfter = null, string? body = null)
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        if (body is not null) await context.Response.WriteAsync(body);
        return true;
    }

    /// <summary>Cuts the connection.</summary>
    public static Task<bool> Cut(HttpContext context)
    {
        context.Abort();
        return Task.FromResult(true);
    }

    /// <summary>The members of a JSON body.</summary>
    public static JsonObject Json(Received received) => (JsonObject)JsonNode.Parse(received.Body)!;
}
