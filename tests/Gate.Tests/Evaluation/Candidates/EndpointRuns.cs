using System.Text.Json.Nodes;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Tests.Models.Remote;
using Gate.Tests.Tracking.Rest;

namespace Gate.Tests.Evaluation.Candidates;

/// <summary>Runs of a policy whose model is behind a scoring server, over a real connection.</summary>
internal static class EndpointRuns
{
    public const string Csv = "a,b,when,word,s,y\n1,2.5,2024-01-02,\"it's, so\",m,9\n2,,2024-02-03,,w,8\n3,0,2024-03-04,x,m,7\n",
        Classes = "x,g,y\n0.9,m,1\n0.8,w,1\n0.2,m,0\n0.1,w,0\n";

    public static JsonValue Number(Dictionary<string, JsonNode?> row, string name) => JsonValue.Create((double)row[name]!);

    /// <summary>A server whose answer to a row is the row's x, or what a test makes of it.</summary>
    public static Task<ScoringServer> Server(string protocol = "mlflow", Func<Dictionary<string, JsonNode?>, JsonNode?>? entry = null,
        string column = "x") => ScoringServer.StartAsync((asked, _) => Protocols.Wrapped(protocol, Protocols.Rows(asked.Body)
            .Select(entry ?? (row => Number(row, column)))));

    public static TestRun Run(ScoringServer server, string more = "", string protocol = "mlflow", string task = "binary_classification",
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

    public static RunInputs Allowed(TestRun run, ScoringServer server, string? token = null) => run.Inputs with
    {
        Remote = new() { Hosts = [server.Host], Clock = new HurriedClock(), Variable = name => name == "GATE_TOKEN_A" ? token : null },
    };

    public static GateResult Execute(TestRun run, ScoringServer server, string? token = null) =>
        run.Execute(Allowed(run, server, token));

    public static double Value(GateResult result) => Assert.Single(result.Findings).Estimate!.Value;
}
