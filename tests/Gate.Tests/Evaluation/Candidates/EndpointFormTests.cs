using System.Text;
using System.Text.Json.Nodes;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Models;
using Gate.Models.Remote;
using Gate.Policy.Document;
using Gate.Tests.Models.Remote;
using Gate.Tests.Tracking.Rest;
using Microsoft.AspNetCore.Http;

namespace Gate.Tests.Evaluation.Candidates;

/// <summary>A model behind a scoring server, from the policy over a real connection to the result.</summary>
public sealed class EndpointFormTests
{
    private const string Csv = "a,b,when,word,s,y\n1,2.5,2024-01-02,\"it's, so\",m,9\n2,,2024-02-03,,w,8\n3,0,2024-03-04,x,m,7\n",
        Classes = "x,g,y\n0.9,m,1\n0.8,w,1\n0.2,m,0\n0.1,w,0\n";

    private static JsonValue Number(Dictionary<string, JsonNode?> row, string name) => JsonValue.Create((double)row[name]!);

    /// <summary>A server whose answer to a row is the row's x, or what a test makes of it.</summary>
    private static Task<ScoringServer> Server(string protocol = "mlflow", Func<Dictionary<string, JsonNode?>, JsonNode?>? entry = null,
        string column = "x") => ScoringServer.StartAsync((asked, _) => Protocols.Wrapped(protocol, Protocols.Rows(asked.Body)
            .Select(entry ?? (row => Number(row, column)))));

    private static TestRun Run(ScoringServer server, string more = "", string protocol = "mlflow", string task = "binary_classification",
        string data = "sensitive: [g]", string csv = Classes, string model = "", string explain = "false") => new($$"""
            version: 1
            name: endpoint
            task: {{task}}
            data: { source: d.csv, label: y, {{data}} }
            model: { endpoint: { url: "{{server.Address}}invocations", protocol: {{protocol}}{{more}} }{{model}} }
            explain: {{explain}}
            conditions: [{ metric: {{(task == "regression" ? "mean_absolute_error, max: 100" : "accuracy, min: 0")}}, level: inform,
              evidence: { min_count: 1 } }]
            """, ("d.csv", csv));

    private static RunInputs Allowed(TestRun run, ScoringServer server, string? token = null) => run.Inputs with
    {
        Remote = new() { Hosts = [server.Host], Clock = new HurriedClock(), Variable = name => name == "GATE_TOKEN_A" ? token : null },
    };

    private static GateResult Execute(TestRun run, ScoringServer server, string? token = null) =>
        run.Execute(Allowed(run, server, token));

    private static double Value(GateResult result) => Assert.Single(result.Findings).Estimate!.Value;

    [Theory]
    [InlineData("mlflow")]
    [InlineData("azureml")]
    [InlineData("azureml_data")]
    [InlineData("kserve_v2")]
    public async Task Every_protocol_scores_rows_by_what_the_server_says(string protocol)
    {
        await using ScoringServer server = await Server(protocol);
        using TestRun run = Run(server, protocol: protocol, model: ", threshold: 0.85");
        GateResult result = Execute(run, server);
        Assert.Equal(0.75, Value(result));
        Assert.Equal(("endpoint", $"{server.Address}invocations", 0.85), (result.Model.Kind, result.Model.Source, result.Model.Threshold));
        Assert.Equal(["x"], result.Model.Features);
        Assert.Contains(result.Model.Parameters, one => one is { Name: "protocol" } && one.Text == protocol);
        Assert.All(server.Requests, asked => Assert.Equal("/invocations", asked.Path));
    }

    [Theory]
    [InlineData("mlflow")]
    [InlineData("azureml")]
    [InlineData("azureml_data")]
    public async Task Values_go_as_what_they_are_and_missing_ones_as_null(string protocol)
    {
        await using ScoringServer server = await Server(protocol, column: "a");
        using TestRun run = Run(server, protocol: protocol, task: "regression", data: "sensitive: [s]", csv: Csv);
        Execute(run, server);
        Dictionary<string, JsonNode?>[] rows = [.. Protocols.Rows(server.Requests[0].Body)];
        Assert.Equal(["a", "b", "when", "word"], rows[0].Keys);
        Assert.Equal(["1", "2.5", "\"2024-01-02\"", "\"it\\u0027s, so\""], rows[0].Values.Select(value => value!.ToJsonString()));
        Assert.Equal([false, true, false, true], rows[1].Values.Select(value => value is null));
    }

    [Fact]
    public async Task A_tensor_says_its_type_and_cannot_say_that_a_value_is_missing()
    {
        await using ScoringServer server = await Server("kserve_v2", column: "a");
        using TestRun run = Run(server, ", columns: [a, when]", "kserve_v2", "regression", "sensitive: [s]", Csv);
        Execute(run, server);
        JsonArray inputs = server.Requests[0].Body["inputs"]!.AsArray();
        Assert.Equal([("a", "FP64", "[3,1]", "[1,2,3]"), ("when", "BYTES", "[3,1]", "[\"2024-01-02\",\"2024-02-03\",\"2024-03-04\"]")],
            inputs.Select(one => ((string)one!["name"]!, (string)one["datatype"]!, one["shape"]!.ToJsonString(),
                one["data"]!.ToJsonString())));
        using TestRun missing = Run(server, "", "kserve_v2", "regression", "sensitive: [s]", Csv);
        Assert.Contains("the column 'b' is missing, which a tensor cannot say; fill it in before (data.source with sql), or leave the row "
            + "out (row 2)", Assert.Throws<ModelException>(() => Execute(missing, server)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_columns_go_into_one_tensor_that_is_named()
    {
        await using ScoringServer server = await Server("kserve_v2", column: "1");
        using TestRun run = Run(server, ", columns: [y2, a], tensor: in, datatype: int64", "kserve_v2", "regression", "sensitive: [s]",
            "a,y2,s,y\n1,5,m,1\n2,6,w,2\n");
        Assert.Equal(0, Value(Execute(run, server)));
        JsonNode tensor = Assert.Single(server.Requests[0].Body["inputs"]!.AsArray())!;
        Assert.Equal(("in", "INT64", "[2,2]", "[5,1,6,2]"), ((string)tensor["name"]!, (string)tensor["datatype"]!,
            tensor["shape"]!.ToJsonString(), tensor["data"]!.ToJsonString()));
    }

    [Fact]
    public async Task Columns_go_in_their_order_or_under_other_names()
    {
        await using ScoringServer server = await Server(column: "A");
        using TestRun run = Run(server, ", columns: { A: a }", task: "regression", data: "sensitive: [s], features: { include: [a, b] }",
            csv: Csv);
        Execute(run, server);
        Assert.Equal(["A", "b"], Protocols.Rows(server.Requests[0].Body)[0].Keys);
        await using ScoringServer other = await Server(column: "a");
        using TestRun list = Run(other, ", columns: [b, a]", task: "regression", data: "sensitive: [s]", csv: Csv);
        Execute(list, other);
        Assert.Equal(["b", "a"], Protocols.Rows(other.Requests[0].Body)[0].Keys);
    }

    [Theory]
    [InlineData(", classes: [\"0\", \"1\"]", "list", 1)]
    [InlineData(", classes: [\"1\", \"0\"]", "list", 0)]
    [InlineData(", fields: p", "names", 1)]
    [InlineData(", fields: { \"0\": n, \"1\": p }", "names", 1)]
    [InlineData(", fields: { \"1\": n, \"0\": p }", "names", 0)]
    [InlineData(", answers: classes", "class", 1)]
    [InlineData(", answers: classes, fields: label", "names", 1)]
    public async Task What_an_answer_means_is_what_the_policy_says(string more, string shape, double accuracy)
    {
        await using ScoringServer server = await Server(entry: row =>
        {
            double x = (double)row["x"]!;
            JsonNode label = x > 0.5 ? JsonValue.Create(1.0) : JsonValue.Create("0");
            return shape switch
            {
                "list" => new JsonArray(1 - x, x),
                "names" => new JsonObject { ["n"] = 1 - x, ["p"] = x, ["label"] = label },
                _ => label,
            };
        });
        using TestRun run = Run(server, more);
        GateResult result = Execute(run, server);
        Assert.Equal(accuracy, Value(result));
        Assert.Equal(more.Contains("answers", StringComparison.Ordinal) ? null : 0.5, result.Model.Threshold);
    }

    [Fact]
    public async Task Several_classes_have_a_score_each()
    {
        string csv = "x,g,y\n0,m,a\n1,w,b\n2,m,c\n0,w,a\n";
        await using ScoringServer server = await Server(entry: row => new JsonArray([.. Enumerable.Range(0, 3)
            .Select(i => (JsonNode)(i == (int)row["x"]! ? 0.8 : 0.1))]));
        using TestRun right = Run(server, ", classes: [a, b, c]", task: "multiclass_classification", csv: csv),
            turned = Run(server, ", classes: [b, a, c]", task: "multiclass_classification", csv: csv);
        Assert.Equal((1, 0.25), (Value(Execute(right, server)), Value(Execute(turned, server))));
    }

    [Fact]
    public async Task Rows_go_in_batches_whose_order_changes_nothing()
    {
        await using ScoringServer server = await Server();
        string csv = "x,g,y\n" + string.Concat(Enumerable.Range(0, 100).Select(i => FormattableString.Invariant(
            $"{(i % 10) / 10.0},{(i % 2 == 0 ? "m" : "w")},{(i % 10 < 5 ? 0 : 1)}\n")));
        server.Instead = async (number, _) =>
        {
            // The first of them answers last.
            if (number == 0) await Task.Delay(100);
            return false;
        };
        using TestRun run = Run(server, ", batch: 30, concurrency: 3", csv: csv);
        Assert.Equal(1, Value(Execute(run, server)));
        // The rows in four batches, and the first fifty once more in two.
        Assert.Equal([10, 20, 30, 30, 30, 30], server.Requests.Select(asked => Protocols.Rows(asked.Body).Count).Order());
    }

    [Fact]
    public async Task No_policy_can_call_a_host_that_the_command_line_does_not_allow()
    {
        await using ScoringServer server = await Server(), other = await Server();
        using TestRun run = Run(server);
        foreach (RemoteAccess access in (RemoteAccess[])[RemoteAccess.None, new() { Hosts = [other.Host], Clock = new HurriedClock() },
            new() { Hosts = ["127.0.0.1"], Clock = new HurriedClock() }, new() { AllowsCommands = true, Clock = new HurriedClock() }])
        {
            PolicyProblem problem = Assert.Single(Assert.Throws<PolicyException>(() => run.Execute(run.Inputs with { Remote = access }))
                .Problems);
            Assert.Equal($"model.endpoint.url: the host {server.Host} is not allowed on this command line; where the rows may go there, "
                + $"add '--allow-host {server.Host}'", problem.Message);
            Assert.Equal(5, problem.At.Line);
        }
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Nothing_follows_a_redirection()
    {
        await using ScoringServer inner = await Server(), server = await Server();
        server.Instead = (_, context) =>
        {
            context.Response.Redirect($"{inner.Address}invocations", permanent: false, preserveMethod: true);
            return Task.FromResult(true);
        };
        using TestRun run = Run(server);
        RunInputs inputs = Allowed(run, server);
        Assert.Contains("sends elsewhere (307), which is not followed", Assert.Throws<RemoteUnavailableException>(() => run.Execute(inputs
            with { Remote = inputs.Remote with { Hosts = [server.Host, inner.Host] } })).Message, StringComparison.Ordinal);
        Assert.Empty(inner.Requests);
    }

    [Fact]
    public async Task The_token_goes_to_the_server_and_nowhere_else()
    {
        await using ScoringServer server = await Server();
        using TestRun run = Run(server, ", token: GATE_TOKEN_A");
        GateResult result = Execute(run, server, "sesame-1");
        Assert.All(server.Requests, asked => Assert.Equal("Bearer sesame-1", asked.Authorization));
        Assert.DoesNotContain("sesame", Encoding.UTF8.GetString(ResultJson.Utf8(result)), StringComparison.Ordinal);
        using TestRun none = Run(server);
        int before = server.Requests.Count;
        Execute(none, server, "sesame-1");
        Assert.All(server.Requests.Skip(before), asked => Assert.Null(asked.Authorization));
    }

    [Theory]
    [InlineData(null, "the environment has no GATE_TOKEN_A, which should have the token")]
    [InlineData(" ", "the environment has no GATE_TOKEN_A, which should have the token")]
    [InlineData("a\r\nb", "what GATE_TOKEN_A holds is no token: it has characters that no header may have")]
    public async Task A_token_that_is_none_is_not_sent(string? token, string message)
    {
        await using ScoringServer server = await Server();
        using TestRun run = Run(server, ", token: GATE_TOKEN_A");
        Assert.Equal($"model.endpoint.token: {message}",
            Assert.Single(Assert.Throws<PolicyException>(() => Execute(run, server, token)).Problems).Message);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(408)]
    [InlineData(0)]
    public async Task What_may_go_well_the_next_time_is_tried_again(int status)
    {
        await using ScoringServer server = await Server();
        server.Instead = (number, context) =>
        {
            if (number >= 2) return Task.FromResult(false);
            if (status == 0) context.Abort();
            else context.Response.StatusCode = status;
            return Task.FromResult(true);
        };
        using TestRun run = Run(server);
        Assert.Equal(1, Value(Execute(run, server)));
        Assert.Equal(4, server.Requests.Count);
    }

    [Theory]
    [InlineData(503, 3, "answers 503, tried 3 times: too busy")]
    [InlineData(401, 1, "does not know who asks (401): too busy; name in 'token' the environment variable")]
    [InlineData(403, 1, "does not allow this to whoever asks (403): too busy")]
    [InlineData(404, 1, "has no such interface (404): too busy; is it the whole address")]
    public async Task A_server_that_does_not_answer_is_unavailable(int status, int tries, string message)
    {
        await using ScoringServer server = await Server();
        server.Instead = async (_, context) =>
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsync("{\"message\": \"too busy\"}");
            return true;
        };
        using TestRun run = Run(server, ", retries: 2");
        Assert.Contains(message, Assert.Throws<RemoteUnavailableException>(() => Execute(run, server)).Message, StringComparison.Ordinal);
        Assert.Equal(tries, server.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_is_not_there_or_silent_is_unavailable()
    {
        ScoringServer server = await Server();
        using TestRun run = Run(server, ", retries: 1, timeout: 1");
        RunInputs inputs = Allowed(run, server);
        server.Instead = async (_, context) =>
        {
            await context.Response.WriteAsync("[");
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        Assert.Contains("cannot be reached, tried 2 times: ", Assert.Throws<RemoteUnavailableException>(() => run.Execute(inputs)).Message,
            StringComparison.Ordinal);
        await server.DisposeAsync();
        Assert.Contains("cannot be reached, tried 2 times: ", Assert.Throws<RemoteUnavailableException>(() => run.Execute(inputs)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"predictions\": [0.5, 0.5]}", "the answer has 2 entries for 4 rows")]
    [InlineData("{\"scores\": [1]}", "is no list with an entry for each row, alone or as 'predictions' or 'result'; it has 'scores'")]
    [InlineData("<html>", "the answer is no JSON that is read")]
    [InlineData("", "the answer is empty")]
    [InlineData("{\"predictions\": [0.5, null, 1, 1]}", "the answer to row 2 is null, and a finite number is wanted")]
    [InlineData("{\"predictions\": [0.5, 1e999, 1, 1]}", "the answer to row 2 is '1e999', and a finite number is wanted")]
    [InlineData("{\"predictions\": [0.5, \"yes\", 1, 1]}", "the answer to row 2 is 'yes', and a score is wanted; where the model answers "
        + "with classes, say 'answers: classes'")]
    [InlineData("{\"predictions\": [[0.5, 0.5], 1, 1, 1]}", "has 2 scores without saying of which classes")]
    [InlineData("{\"predictions\": [{\"p\": 0.5}, 1, 1, 1]}", "is one with names ('p'); name with 'fields' the one that is wanted")]
    [InlineData("{\"predictions\": [[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}", "the answer is no JSON that is read")]
    [InlineData("{\"predictions\": [0, 1, 1, 0]}", "the scores of the endpoint are all 0 or 1, as predicted classes are")]
    public async Task An_answer_that_is_none_is_refused(string answer, string message)
    {
        await using ScoringServer server = await Server();
        server.Instead = async (_, context) =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(answer);
            return true;
        };
        using TestRun run = Run(server);
        Assert.Contains(message, Assert.Throws<ModelException>(() => Execute(run, server)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        await using ScoringServer server = await Server();
        server.Instead = async (_, context) =>
        {
            await context.Response.WriteAsync("{\"predictions\": [");
            var blanks = new byte[1 << 16];
            Array.Fill(blanks, (byte)' ');
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(blanks, context.RequestAborted);
            return true;
        };
        using TestRun run = Run(server);
        Assert.Contains("the answer has more than 1028 KB, too much for its rows",
            Assert.Throws<ModelException>(() => Execute(run, server)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_of_the_rows_is_not_tried_again()
    {
        await using ScoringServer server = await Server();
        server.Instead = async (_, context) =>
        {
            context.Response.StatusCode = 500;
            await context.Response.WriteAsync("{\"error_code\": \"BAD_REQUEST\", \"message\": \"no column 'z'\\nforged\"}");
            return true;
        };
        using TestRun run = Run(server);
        string message = Assert.Throws<ModelException>(() => Execute(run, server)).Message;
        Assert.Contains("refuses the rows (500): no column 'z' forged; hold the columns", message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_model_that_says_something_else_the_next_time_cannot_be_judged()
    {
        int asked = 0;
        await using ScoringServer server = await Server(entry: row => (double)row["x"]! + (++asked > 4 ? 0.05 : 0));
        using TestRun run = Run(server);
        Assert.Contains("the endpoint gave row 1 the score 0.9 and, asked again among other rows, 0.95",
            Assert.Throws<ModelException>(() => Execute(run, server)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_result_says_that_no_digest_binds_it()
    {
        await using ScoringServer server = await Server();
        using TestRun run = Run(server);
        GateResult result = Execute(run, server);
        Assert.DoesNotContain(result.Provenance.Digests, digest => digest.Role == "model");
        Assert.Contains(result.Model.Facts, fact => fact.Name == "digest" && fact.Text.StartsWith("none: what is behind an endpoint cannot "
            + "be seen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_explained_as_any_model()
    {
        await using ScoringServer server = await Server(entry: row => 0.9 * (double)row["x"]! + 0.05);
        string csv = "x,z,g,y\n" + string.Concat(Enumerable.Range(0, 60).Select(i => FormattableString.Invariant(
            $"{i % 10 / 10.0},{i % 7},{(i % 2 == 0 ? "m" : "w")},{(i % 10 < 5 ? 0 : 1)}\n")));
        using TestRun run = Run(server, csv: csv, explain: "{ method: shap }");
        AttributionFacts facts = Execute(run, server).Attribution!;
        Assert.Equal(["x", "z"], facts.Features.Select(column => column.Feature));
        Assert.Equal(0, facts.Features[1].MeanAbsolute, 1e-9);
        Assert.True(facts.Features[0].MeanAbsolute > 0.1);
    }

    [Theory]
    [InlineData("url: ftp://x/y, protocol: mlflow", "model.endpoint.url: 'ftp://x/y' is no address such as https://models.example.com/")]
    [InlineData("url: \"https://u:p@x/y\", protocol: mlflow", "model.endpoint.url: has a user, a query or a fragment")]
    [InlineData("url: \"https://x/y?code=secret\", protocol: mlflow", "model.endpoint.url: has a user, a query or a fragment")]
    [InlineData("url: \"https://x/y\"", "model.endpoint.protocol: is missing")]
    [InlineData("url: \"https://x/y\", protocol: mlfow", "did you mean 'mlflow'?")]
    [InlineData("url: \"https://x/y\", protocol: mlflow, token: GITHUB_TOKEN", "the name begins with GATE_TOKEN_, so that no policy can "
        + "send another secret")]
    [InlineData("url: \"https://x/y\", protocol: mlflow, token: GATE_TOKEN_", "expected the name of an environment variable")]
    [InlineData("url: \"http://x/y\", protocol: mlflow, token: GATE_TOKEN_A", "model.endpoint.token: a token goes over https only")]
    [InlineData("url: \"https://x/y\", protocol: mlflow, tensor: in", "model.endpoint.tensor: only 'protocol: kserve_v2' has tensors")]
    [InlineData("url: \"https://x/y\", protocol: mlflow, answers: classes, classes: [\"0\", \"1\"]", "model.endpoint.classes: has no "
        + "effect")]
    [InlineData("url: \"https://x/y\", protocol: mlflow, batch: 0", "model.endpoint.batch: expected a whole number from 1 to")]
    [InlineData("url: \"https://x/y\", protocol: mlflow, columns: [y]", "model.endpoint.columns: 'y' is the label")]
    [InlineData("url: \"https://x/y\", protocol: mlflow, columns: [z]", "model.endpoint.columns[0]: 'z' is not a column of the data")]
    [InlineData("url: \"https://x/y\", protocol: mlflow, fields: { \"1\": a, \"2\": b }", "the class '2' does not occur in the label")]
    [InlineData("url: \"https://x/y\", protocol: mlflow, classes: [\"1\", \"2\"]", "the class '2' does not occur in the label")]
    public void What_is_wrong_with_a_policy_is_told_before_anything_is_sent(string keys, string message)
    {
        using var run = new TestRun($$"""
            version: 1
            task: binary_classification
            data: { source: d.csv, label: y, sensitive: [g] }
            model: { endpoint: { {{keys}} } }
            conditions: [{ metric: accuracy, min: 0, level: inform, evidence: { min_count: 1 } }]
            """, ("d.csv", Classes));
        string[] problems = [.. Assert.Throws<PolicyException>(() => run.Execute()).Problems.Select(problem => problem.Message)];
        Assert.Contains(problems, problem => problem.Contains(message, StringComparison.Ordinal));
    }
}
