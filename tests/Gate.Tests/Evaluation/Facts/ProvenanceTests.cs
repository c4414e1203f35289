using Gate.Data;
using Gate.Evaluation.Results;

namespace Gate.Tests.Evaluation.Facts;

/// <summary>The verdict is bound to the policy, to every file in each of its parts, to rows of a query, and to models.</summary>
public sealed class ProvenanceTests
{
    private const string Rows = "y,x,p\n1,3,1\n0,1,0\n1,4,1\n0,2,1\n1,5,0\n0,0,0\n";

    private static string[] Digests(string policy)
    {
        using TestRun run = new("version: 1\nname: p\nseed: 12\ntask: binary_classification\n" + policy
            + "\nconditions: [{ metric: accuracy, level: inform }]", ("d.csv", Rows), ("q.csv", "p\n1\n0\n1\n0\n1\n0\n"));
        GateResult result = run.Execute();
        Assert.Equal(("test", "12", "DuckDB"), (result.Provenance.Gate, result.Provenance.Seed, result.Provenance.Engines[0].Name));
        Assert.All(result.Provenance.Digests, digest => Assert.Matches("^sha256:[0-9a-f]{64}$", digest.Sha256));
        Assert.Equal(Digest.Of(run.Inputs.PolicyBytes), result.Provenance.Digests[0].Sha256);
        return [.. result.Provenance.Digests
            .Select(digest => $"{digest.Role} {digest.Name} {(digest.Bytes is null ? "no file" : "file")}")];
    }

    [Fact]
    public void Files_of_data_and_predictions() => Assert.Equal(
        ["policy gate.yml file", "data d.csv file", "predictions q.csv file", "baseline q.csv file"],
        Digests("data: { source: d.csv, label: y }\nmodel: { predictions: { prediction: p, source: q.csv } }\n"
            + "baseline: { predictions: { prediction: p, source: q.csv } }"));

    [Fact]
    public void A_query_and_a_model() => Assert.Equal(
        ["policy gate.yml file", "data d.csv file", "data the rows of data.source.sql no file", "model decision_tree no file",
            "baseline dummy no file"],
        Digests("data: { source: { sql: \"SELECT y, x FROM 'd.csv'\" }, label: y, split: { test: 0.5 } }\n"
            + "model: { train: { algorithm: decision_tree } }\nbaseline: { train: { algorithm: dummy } }"));
}
