using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gate.AcceptanceTests.GitHub;

/// <summary>
/// Stands in for GitHub's API: keeps comments, issues, checks and statuses of one repository, pages, keeps GitHub's limits of size, and
/// fails on command. Requests that GitHub would not take are refused as GitHub does. Every request and every answer is held against
/// GitHub's published description; what it says of them is thrown when the server is disposed of.
/// </summary>
internal sealed class FakeGitHub : IAsyncDisposable
{
    public const string Owner = "acme", Repository = "models", Head = "1111111111111111111111111111111111111111", Token = "secret";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Method, Failure Failure)> failures = new();
    private long last = 1000;

    private FakeGitHub(string prefix)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(context => AnswerAsync(context, prefix));
    }

    /// <summary>What GITHUB_API_URL says.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Who the token writes as; a workflow's token may not ask.</summary>
    public string Writer { get; init; } = "github-actions[bot]";

    /// <summary>The last commit of each pull request's branch, by its number.</summary>
    public Dictionary<int, string> Heads { get; } = new() { [7] = Head };

    /// <summary>The number of the open pull request of a branch: <c>stranger:fix</c>.</summary>
    public Dictionary<string, int> Branches { get; } = [];

    public List<(long Id, int Issue, string Author, string Body)> Comments { get; } = [];

    public List<(int Number, string Author, string Title, string Body, bool IsOpen)> Issues { get; } = [];

    public List<JsonObject> Checks { get; } = [];

    public List<JsonObject> Statuses { get; } = [];

    /// <summary>What GitHub's description says against requests and answers.</summary>
    public ConcurrentQueue<string> Wrong { get; } = new();

    /// <summary>Every request: method and path.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public static async Task<FakeGitHub> StartAsync(string prefix = "", string? writer = null)
    {
        var fake = writer is null ? new FakeGitHub(prefix) : new FakeGitHub(prefix) { Writer = writer };
        await fake.app.StartAsync();
        fake.Address = fake.app.Urls.Single() + prefix;
        return fake;
    }

    /// <summary>What happens to the next request of a method.</summary>
    /// <param name="Status">The answer's status; 0 cuts the connection.</param>
    /// <param name="After">Whether the request has its effect all the same.</param>
    public sealed record Failure(int Status, bool After = false, params (string Name, string Value)[] Headers)
    {
        public string Message { get; init; } = "Resource not accessible by integration";
    }

    public void Fail(string method, Failure failure) => failures.Enqueue((method, failure));

    public void Comment(int issue, string author, string body) => Comments.Add((++last, issue, author, body));

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Assert.Empty(Wrong);
    }

    private async Task AnswerAsync(HttpContext context, string prefix)
    {
        HttpRequest request = context.Request;
        string path = request.Path.Value!;
        Requests.Enqueue($"{request.Method} {path}{request.QueryString}");
        using var reader = new StreamReader(request.Body);
        string body = await reader.ReadToEndAsync();
        Failure? failure = null;
        if (failures.TryPeek(out var next) && next.Method == request.Method && failures.TryDequeue(out next)) failure = next.Failure;
        (int Status, JsonNode Answer) answer = failure is { After: false } ? default : Answer(context, prefix, body);
        if (failure is not null)
        {
            foreach ((string name, string value) in failure.Headers) context.Response.Headers[name] = value;
            if (failure.Status == 0) context.Abort();
            else await WriteAsync(context, failure.Status, new JsonObject { ["message"] = failure.Message });
            return;
        }
        if (GitHubDescription.Against(request.Method, path[prefix.Length..], [.. request.Query.Keys], body, answer.Status, answer.Answer)
            is { Length: > 0 } wrong) Wrong.Enqueue(wrong);
        await WriteAsync(context, answer.Status, answer.Answer);
    }

    private (int, JsonNode) Answer(HttpContext context, string prefix, string body)
    {
        HttpRequest request = context.Request;
        if (!request.Path.Value!.StartsWith(prefix + "/", StringComparison.Ordinal)) return Refused(404, "Not Found");
        if (request.Headers.UserAgent.Count == 0) return Refused(403, "Request forbidden by administrative rules");
        string authorization = request.Headers.Authorization.ToString();
        if (!authorization.EndsWith(" " + Token, StringComparison.Ordinal)) return Refused(401, "Bad credentials");
        string[] parts = request.Path.Value![(prefix.Length + 1)..].Split('/');
        JsonObject? sent = body.Length > 0 ? (JsonObject)JsonNode.Parse(body)! : null;
        return (request.Method, parts) switch
        {
            ("GET", ["user"]) => Writer.EndsWith("[bot]", StringComparison.Ordinal)
                ? Refused(403, "Resource not accessible by integration") : (200, Current()),
            (_, not ["repos", Owner, Repository, ..]) => Refused(404, "Not Found"),
            ("GET", [.., "pulls", var number]) => Heads.TryGetValue(Number(number), out string? head)
                ? (200, Pull(Number(number), head)) : Refused(404, "Not Found"),
            ("GET", [.., "pulls"]) => (200, new JsonArray([.. Branches.Where(branch => branch.Key == request.Query["head"])
                .Select(branch => (JsonNode)Pull(branch.Value, Heads[branch.Value], isListed: true))])),
            ("GET", [.., "issues", var number, "comments"]) => (200, Page(context, Number(number))),
            ("POST", [.., "issues", var number, "comments"]) => Write(sent!, null, Number(number)),
            ("PATCH", [.., "issues", "comments", var id]) => Write(sent!, Number(id), 0),
            ("GET", [.., "issues"]) => (200, Listed(context)),
            ("POST", [.., "issues"]) => Open(sent!),
            ("PATCH", [.., "issues", var number]) => Change(sent!, Number(number)),
            ("POST", [.., "check-runs"]) => Check(sent!, 201),
            ("PATCH", [.., "check-runs", _]) => Check(sent!, 200),
            ("POST", [.., "statuses", var commit]) => Status(sent!, commit),
            _ => Refused(404, "Not Found"),
        };
    }

    private JsonArray Page(HttpContext context, int issue)
    {
        int size = Math.Min(100, context.Request.Query["per_page"] is [{ } per] ? Number(per) : 30);
        int page = context.Request.Query["page"] is [{ } asked] ? Number(asked) : 1;
        var all = Comments.Where(comment => comment.Issue == issue).ToList();
        if (page * size < all.Count)
            context.Response.Headers.Link = $"<{context.Request.Scheme}://{context.Request.Host}{context.Request.Path}?per_page={size}"
                + $"&page={page + 1}>; rel=\"next\"";
        return new JsonArray([.. all.Skip((page - 1) * size).Take(size)
            .Select(comment => (JsonNode)Comment(comment.Id, comment.Author, comment.Body))]);
    }

    private (int, JsonNode) Write(JsonObject sent, long? id, int issue)
    {
        string text = sent["body"]!.GetValue<string>();
        if (text.Length > 65_536) return Refused(422, "body is too long (maximum is 65536 characters)");
        if (id is not null)
        {
            int at = Comments.FindIndex(comment => comment.Id == id);
            Comments[at] = Comments[at] with { Body = text };
            return (200, Comment(id.Value, Comments[at].Author, text));
        }
        Comment(issue, Writer, text);
        return (201, Comment(last, Writer, text));
    }

    private (int, JsonNode) Check(JsonObject sent, int status)
    {
        if (sent["output"]?["annotations"]?.AsArray().Count > 50) return Refused(422, "No more than 50 items are allowed");
        Checks.Add(sent);
        JsonObject check = Like("post", "check-runs", 201);
        (check["id"], check["name"], check["head_sha"]) = (5, "check", Head);
        return (status, check);
    }

    private (int, JsonNode) Status(JsonObject sent, string commit)
    {
        if (sent["description"]!.GetValue<string>().Length > 140)
            return Refused(422, "description is too long (maximum is 140 characters)");
        sent["sha"] = commit;
        Statuses.Add(sent);
        JsonObject status = Like("post", $"statuses/{commit}", 201);
        status["state"] = sent["state"]!.DeepClone();
        return (201, status);
    }

    private static (int, JsonNode) Refused(int status, string message) => (status, new JsonObject { ["message"] = message });

    private JsonObject Current()
    {
        JsonObject user = Like("get", "user", 200);
        user["login"] = Writer;
        return user;
    }

    private JsonArray Listed(HttpContext context)
    {
        bool open = context.Request.Query["state"] == "open";
        return new JsonArray([.. Issues.Where(issue => issue.IsOpen == open).Reverse().Take(100)
            .Select(issue => (JsonNode)Issue(issue.Number))]);
    }

    private (int, JsonNode) Open(JsonObject sent)
    {
        Issues.Add(((int)++last, Writer, $"{sent["title"]}", $"{sent["body"]}", true));
        return (201, Issue((int)last));
    }

    private (int, JsonNode) Change(JsonObject sent, int number)
    {
        int at = Issues.FindIndex(issue => issue.Number == number);
        Issues[at] = (number, Issues[at].Author, $"{sent["title"]}", $"{sent["body"]}", $"{sent["state"]}" != "closed");
        return (200, Issue(number));
    }

    private JsonObject Issue(int number)
    {
        (_, string author, string title, string body, bool isOpen) = Issues.Single(issue => issue.Number == number);
        JsonObject issue = Like("post", "issues", 201);
        (issue["number"], issue["title"], issue["body"], issue["user"]) = (number, title, body, User(author));
        issue["state"] = isOpen ? "open" : "closed";
        issue["html_url"] = string.Create(CultureInfo.InvariantCulture, $"https://github.com/acme/models/issues/{number}");
        issue.Remove("pull_request");
        return issue;
    }

    // GitHub's own example of an answer, to be changed where it matters.
    private static JsonObject Like(string method, string path, int status) =>
        (JsonObject)GitHubDescription.Example(method, path == "user" ? "/user" : $"/repos/{Owner}/{Repository}/{path}", status);

    private static JsonObject User(string name)
    {
        JsonObject user = (JsonObject)Like("post", "issues/7/comments", 201)["user"]!.DeepClone();
        user["login"] = name;
        return user;
    }

    private static JsonObject Pull(int number, string head, bool isListed = false)
    {
        JsonObject pull = isListed ? (JsonObject)GitHubDescription.Example("get", $"/repos/{Owner}/{Repository}/pulls", 200)[0]!.DeepClone()
            : Like("get", "pulls/7", 200);
        (pull["number"], pull["head"]!["ref"], pull["head"]!["sha"]) = (number, "fix", head);
        // Teams of GitHub's own example lack what GitHub's own description asks of them.
        pull["requested_teams"] = new JsonArray();
        return pull;
    }

    private static JsonObject Comment(long id, string author, string body)
    {
        JsonObject comment = Like("post", "issues/7/comments", 201);
        (comment["id"], comment["user"], comment["body"]) = (id, User(author), body);
        comment["html_url"] = string.Create(CultureInfo.InvariantCulture, $"https://github.com/acme/models/pull/7#issuecomment-{id}");
        return comment;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static async Task WriteAsync(HttpContext context, int status, JsonNode answer)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(answer.ToJsonString(new JsonSerializerOptions()));
    }
}
