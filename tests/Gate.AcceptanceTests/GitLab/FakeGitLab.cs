using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gate.AcceptanceTests.GitLab;

/// <summary>Stands in for GitLab's API: keeps the notes of one merge request, pages, and fails on command. What GitLab's documentation does
/// not have is refused (https://docs.gitlab.com/api/notes/#merge-requests).</summary>
internal sealed class FakeGitLab : IAsyncDisposable
{
    public const string Token = "glpat-secret", Head = "1111111111111111111111111111111111111111";

    private static readonly string[] Listing = ["sort", "order_by", "per_page", "page"];

    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Method, int Status, bool After)> failures = new();
    private long last = 1000;

    private FakeGitLab()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(AnswerAsync);
    }

    public string Address => app.Urls.Single() + "/api/v4";

    /// <summary>The last commit of the merge request's branch.</summary>
    public string Sha { get; set; } = Head;

    public List<(long Id, string Author, string Body)> Notes { get; } = [];

    public static async Task<FakeGitLab> StartAsync()
    {
        var fake = new FakeGitLab();
        await fake.app.StartAsync();
        return fake;
    }

    /// <summary>What happens to the next request of a method: a status, before or after it has its effect.</summary>
    public void Fail(string method, int status, bool after = false) => failures.Enqueue((method, status, after));

    public void Note(string author, string body) => Notes.Add((++last, author, body));

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        string body = await reader.ReadToEndAsync();
        (int Status, bool After)? failure = failures.TryPeek(out var next) && next.Method == context.Request.Method
            && failures.TryDequeue(out next) ? (next.Status, next.After) : null;
        (int Status, JsonNode Answer) answer = failure is { After: false } ? default : Answer(context, body);
        if (failure is { } failed) answer = (failed.Status, new JsonObject { ["message"] = "failed" });
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.Answer.ToJsonString(new JsonSerializerOptions()));
    }

    private (int, JsonNode) Answer(HttpContext context, string body)
    {
        if (context.Request.Headers["PRIVATE-TOKEN"] != Token) return (401, new JsonObject { ["message"] = "401 Unauthorized" });
        string text = body.Length == 0 ? "" : $"{JsonNode.Parse(body)!["body"]}";
        if (text.Length > 1_000_000) return (400, new JsonObject { ["message"] = "is too long" });
        return (context.Request.Method, context.Request.Path.Value!["/api/v4/".Length..].Split('/')) switch
        {
            ("GET", ["user"]) => (200, new JsonObject { ["id"] = 1, ["username"] = "project_5_bot_1" }),
            ("GET", ["projects", "5", "merge_requests", "7"]) =>
                (200, new JsonObject { ["iid"] = 7, ["sha"] = Sha, ["state"] = "opened" }),
            ("GET", ["projects", "5", "merge_requests", "7", "notes"]) => Page(context),
            ("POST", ["projects", "5", "merge_requests", "7", "notes"]) => Write(text),
            ("PUT", ["projects", "5", "merge_requests", "7", "notes", var id]) =>
                Rewrite(long.Parse(id, CultureInfo.InvariantCulture), text),
            _ => (404, new JsonObject { ["message"] = "404 Not found" }),
        };
    }

    private (int, JsonNode) Page(HttpContext context)
    {
        if (context.Request.Query.Keys.Except(Listing).Any()) return (400, new JsonObject { ["error"] = "unknown parameter" });
        int size = Math.Min(100, int.Parse(context.Request.Query["per_page"]!, CultureInfo.InvariantCulture));
        int page = int.Parse(context.Request.Query["page"]!, CultureInfo.InvariantCulture);
        return (200, new JsonArray([.. Notes.Skip((page - 1) * size).Take(size).Select(note => (JsonNode)Facts(note))]));
    }

    private (int, JsonNode) Write(string text)
    {
        Note("project_5_bot_1", text);
        return (201, Facts(Notes[^1]));
    }

    private (int, JsonNode) Rewrite(long id, string text)
    {
        int at = Notes.FindIndex(note => note.Id == id);
        if (Notes[at].Author != "project_5_bot_1") return (403, new JsonObject { ["message"] = "403 Forbidden" });
        Notes[at] = Notes[at] with { Body = text };
        return (200, Facts(Notes[at]));
    }

    private static JsonObject Facts((long Id, string Author, string Body) note) => new()
        { ["id"] = note.Id, ["body"] = note.Body, ["author"] = new JsonObject { ["username"] = note.Author }, ["system"] = false };
}
