using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gate.Tracking;
using Gate.Tracking.Rest;

namespace Gate.Tests.Tracking.Rest;

/// <summary>What Gate sends is what the transcript of a real MLflow 2.9 server was sent, byte for byte, and the answers of that server are
/// understood.</summary>
public sealed class ContractTests
{
    private const string Id = "2f7e996d43ad4fed8eb6f8921d1c95ff";

    private static readonly DatasetInput Adult =
        new("adult", "5b002646", "local", "{\"uri\":\"adult.csv\"}", "{\"num_rows\":16281}", "eval");

    /// <summary>What the fake server is held against, in this order.</summary>
    private static readonly string[] played =
    [
        "create experiment", "create experiment again", "get by name", "get by name unknown", "create run 0", "log batch", "log inputs",
        "get run", "get run unknown", "finish run", "log batch 1001 metrics", "log batch 101 params", "create registered model",
        "create registered model again", "create version", "set alias", "get by alias", "get by alias unknown", "get model unknown",
        "unknown endpoint",
    ];

    [SkippableTheory]
    [InlineData("create experiment again")]
    [InlineData("create run 0")]
    [InlineData("log batch")]
    [InlineData("log inputs")]
    [InlineData("search page 1")]
    [InlineData("search page 2")]
    [InlineData("search runs metrics.accuracy > 0.815")]
    [InlineData("search runs tags.git = 'abc' and metrics.accuracy < 0.83")]
    [InlineData("finish run")]
    public void Bodies_are_those_of_the_transcript(string name)
    {
        Exchange exchange = Transcript.Read().Named(name);
        Assert.Equal(Bytes(exchange.Request), Bytes(JsonDocument.Parse(Ours(name, exchange.Request)).RootElement));
    }

    [SkippableFact]
    public void The_run_of_the_transcript_is_read_whole()
    {
        var run = new ServerRun(Transcript.Read().Named("get run").Response.GetProperty("run"));
        Assert.Equal((Id, "1", "run 0", RunStatus.Running, 1_700_000_000_000L),
            (run.Info.Id, run.Info.ExperimentId, run.Info.Name, run.Info.Status, run.Info.StartTime));
        Assert.Equal(0.81, run.Metric("accuracy"));
        Assert.True(double.IsNaN(run.Metric("nan_metric")!.Value));
        Assert.Equal(double.MaxValue, run.Metric("inf_metric"));
        Assert.Equal("4", run.Parameter("depth"));
        Assert.Equal("é\n\"x\"", run.Tag("t"));
        Assert.Equal(Adult, run.Inputs[0]);
        Assert.Equal($"mlflow-artifacts:/1/{Id}/artifacts", run.Info.ArtifactUri);
    }

    /// <summary>Every exchange of the transcript is played back by a server, status, type and bytes as they were: each answer is read, or
    /// told as a failure with a reason.</summary>
    [SkippableFact]
    public async Task Every_answer_of_the_transcript_is_understood_or_told()
    {
        Transcript transcript = Transcript.Read();
        await using FakeServer server = await FakeServer.StartAsync();
        Exchange current = transcript.All[0];
        server.Before = (_, _, context) =>
        {
            context.Response.ContentType = current.ContentType;
            string body = current.Response.ValueKind == JsonValueKind.String ? current.Response.GetString()!
                : current.Response.GetRawText();
            return FakeServer.StatusAsync(context, current.Status, body: body);
        };
        using var connection = new ServerConnection(new(server.Address), new HurriedClock());
        var told = new List<string>();
        foreach (Exchange exchange in transcript.All)
        {
            current = exchange;
            bool isJson = exchange.Response.ValueKind == JsonValueKind.Object;
            Func<Task<JsonElement>> ask = () => connection.AskAsync(HttpMethod.Post, exchange.Path.TrimStart('/'), null, default);
            if (exchange.Status == 200 && isJson) Assert.Equal(Bytes(exchange.Response), Bytes(await ask()));
            else if (isJson)
            {
                ServerRefusal refusal = await Assert.ThrowsAsync<ServerRefusal>(ask);
                Assert.Equal(exchange.Response.GetProperty("error_code").GetString(), refusal.Code);
                Assert.False(string.IsNullOrWhiteSpace(refusal.Message));
                told.Add(refusal.Code);
            }
            else Assert.True(await Record.ExceptionAsync(ask) is ServerRefusal or TrackingException, exchange.Name);
        }
        Assert.Equal(83, transcript.All.Count);
        Assert.Equal(["BAD_REQUEST", "INVALID_PARAMETER_VALUE", "RESOURCE_ALREADY_EXISTS", "RESOURCE_DOES_NOT_EXIST"],
            told.Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>The fake server of the other tests answers as the real one did, member by member.</summary>
    [SkippableFact]
    public async Task The_fake_server_answers_in_the_shapes_of_the_real_one()
    {
        Transcript transcript = Transcript.Read();
        await using FakeServer server = await FakeServer.StartAsync();
        using var client = new HttpClient();
        string id = "";
        foreach (string name in played)
        {
            Exchange exchange = transcript.Named(name);
            using var request = new HttpRequestMessage(new HttpMethod(exchange.Method), server.Address.GetLeftPart(UriPartial.Authority)
                + exchange.Path + Query(exchange.Params).Replace(Id, id, StringComparison.Ordinal));
            if (exchange.Request.ValueKind == JsonValueKind.Object)
                request.Content = new StringContent(exchange.Request.GetRawText().Replace(Id, id, StringComparison.Ordinal));
            using HttpResponseMessage answer = await client.SendAsync(request);
            string body = await answer.Content.ReadAsStringAsync();
            Assert.True(exchange.Status == (int)answer.StatusCode, $"{name}: {answer.StatusCode} {body}");
            if (exchange.Response.ValueKind != JsonValueKind.Object) continue;
            JsonObject given = (JsonObject)JsonNode.Parse(body)!;
            if (name == "create run 0") id = given["run"]!["info"]!["run_id"]!.GetValue<string>();
            Assert.All(Members(JsonDocument.Parse(body).RootElement, ""), member => Assert.Contains(member, Members(exchange.Response, "")
                .Append("run.inputs").Append("model_version.tags").Append("model_version.aliases")));
            if (exchange.Status != 200)
                Assert.Equal(exchange.Response.GetProperty("error_code").GetString(), given["error_code"]!.ToString());
        }
    }

    private static byte[] Ours(string name, JsonElement request) => name switch
    {
        "create experiment again" => Requests.CreateExperiment("gate/adult"),
        "create run 0" => Requests.CreateRun(new("1", "run 0", 1_700_000_000_000, [new("mlflow.source.name", "gate"), new("git", "abc")])),
        "log batch" => Requests.LogBatch(Id, new(
            [.. Enumerable.Range(0, 5).Select(i => new RunMetric($"m{i}", i / 7.0, 1_700_000_000_000, 0))],
            [new("p", new string('v', 500))], [new("t", "é\n\"x\"")])),
        "log inputs" => Requests.LogInputs(Id, [Adult]),
        "finish run" => Requests.Update(Id, RunStatus.Finished, 1_700_000_009_000),
        _ => Requests.Search(new(["1"])
        {
            Filter = Answers.Text(request, "filter"),
            OrderBy = name.StartsWith("search runs", StringComparison.Ordinal) ? ["metrics.accuracy DESC"] : [],
            MaxResults = name.StartsWith("search runs", StringComparison.Ordinal) ? 5 : 2,
            PageToken = Answers.TextOrNull(request, "page_token"),
        }),
    };

    // One form of escapes, of numbers (0.0 and 0) and of blanks; members in their order. The profile's schema is what Gate does not send.
    private static string Bytes(JsonElement json) => Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(Normal(json)));

    private static JsonNode? Normal(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => new JsonObject(json.EnumerateObject().Where(one => one.Name != "schema")
            .Select(one => KeyValuePair.Create(one.Name, Normal(one.Value)))),
        JsonValueKind.Array => new JsonArray([.. json.EnumerateArray().Select(Normal)]),
        JsonValueKind.Number => JsonValue.Create(json.GetDouble()),
        JsonValueKind.String => JsonValue.Create(json.GetString()),
        _ => null,
    };

    private static IEnumerable<string> Members(JsonElement json, string path) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().Select(one => (Name: path.Length == 0 ? one.Name : $"{path}.{one.Name}", one.Value))
            .SelectMany(one => Members(one.Value, one.Name).Prepend(one.Name)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(one => Members(one, path)),
        _ => [],
    };

    private static string Query(JsonElement given) => given.ValueKind != JsonValueKind.Object ? ""
        : "?" + string.Join('&', given.EnumerateObject().Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value.ToString())}"));
}
