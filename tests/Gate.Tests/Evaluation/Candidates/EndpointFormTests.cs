using System.Text.Json.Nodes;
using Gate.Evaluation.Results;
using Gate.Models;
using Gate.Tests.Models.Remote;
using static Gate.Tests.Evaluation.Candidates.EndpointRuns;

namespace Gate.Tests.Evaluation.Candidates;

/// <summary>A model behind a scoring server, from the policy over a real connection to the result.</summary>
public sealed class EndpointFormTests
{
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
}
