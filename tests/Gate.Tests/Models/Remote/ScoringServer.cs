using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gate.Tests.Models.Remote;

/// <summary>A request as it came.</summary>
internal sealed record Asked(string Path, JsonNode Body, string? Authorization);

/// <summary>A real server on this machine that answers as it is told to.</summary>
internal sealed class ScoringServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Lock turn = new();
    private readonly List<Asked> requests = [];

    private ScoringServer(WebApplication app) => this.app = app;

    /// <summary>What it says to a request, by its number from 0 on; null where <see cref="Instead"/> did.</summary>
    public required Func<Asked, int, JsonNode?> Answer { get; set; }

    /// <summary>Handles a request in another way; true where it did.</summary>
    public Func<int, HttpContext, Task<bool>>? Instead { get; set; }

    public Uri Address => new(app.Urls.First());

    /// <summary>As <c>--allow-host</c> takes it.</summary>
    public string Host => Address.Authority;

    public IReadOnlyList<Asked> Requests
    {
        get
        {
            lock (turn) return [.. requests];
        }
    }

    public static async Task<ScoringServer> StartAsync(Func<Asked, int, JsonNode?> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new ScoringServer(builder.Build()) { Answer = answer };
        server.app.Run(server.AnswerAsync);
        await server.app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        JsonNode body = (await JsonNode.ParseAsync(context.Request.Body))!;
        var asked = new Asked(context.Request.Path.Value!, body, context.Request.Headers.Authorization);
        int number;
        lock (turn)
        {
            number = requests.Count;
            requests.Add(asked);
        }
        if (Instead is not null && await Instead(number, context)) return;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Answer(asked, number)?.ToJsonString() ?? "null");
    }
}
