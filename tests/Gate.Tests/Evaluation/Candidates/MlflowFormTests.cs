using Gate.Evaluation;
using Gate.Evaluation.Inputs;
using Gate.Models;
using Gate.Tests.Data;
using static Gate.Tests.Models.Onnx.OnnxFile;

namespace Gate.Tests.Evaluation.Candidates;

/// <summary>A model of a store, which was brought here before the run.</summary>
public sealed class MlflowFormTests
{
    private const string Address = "models:/m@champion";

    private static TestRun Run(string more = "") => new($$"""
        version: 1
        name: stored
        task: regression
        data: { source: d.csv, label: y, sensitive: [s] }
        model: { mlflow: {{(more.Length == 0 ? $"\"{Address}\"" : $"{{ source: \"{Address}\", {more} }}")}} }
        conditions: [{ metric: mean_absolute_error, max: 100, level: inform, evidence: { min_count: 1 } }]
        """, ("d.csv", "a,b,s,y\n1,2,m,9\n2,1,w,8\n3,0,m,7\n0,3,w,10\n"));

    private static RunInputs Brought(TestRun run, DataFolder store, string flavor = "onnx")
    {
        store.Write("m.onnx", TwoColumns());
        return run.Inputs with { StoredModels = new Dictionary<string, StoredModel>
            { [Address] = new("models:/m/3", flavor, Path.Combine(store.Path, "m.onnx")) } };
    }

    [Theory]
    [InlineData("")]
    [InlineData("columns: [a, b]")]
    public async Task It_is_opened_as_the_file_that_it_is_and_called_by_its_version(string more)
    {
        using TestRun run = Run(more);
        using var store = new DataFolder();
        RunOutcome outcome = await GateRun.ExecuteAsync(Brought(run, store), run, default);
        Assert.Equal(0, outcome.Result.Findings[0].Estimate);
        Assert.Equal(("onnx", "models:/m/3"), (outcome.Result.Model.Kind, outcome.Result.Model.Source));
        Assert.Contains(outcome.Result.Model.Parameters, parameter => parameter is { Name: "mlflow", Text: Address });
        Assert.Contains(outcome.Result.Provenance.Digests, digest => digest.Role == "model");
    }

    [Fact]
    public async Task What_was_not_brought_or_has_another_flavour_is_said()
    {
        using TestRun run = Run();
        using var store = new DataFolder();
        ModelException absent = await Assert.ThrowsAsync<ModelException>(() => GateRun.ExecuteAsync(run.Inputs, run, default));
        Assert.Contains("was not brought here", absent.Message, StringComparison.Ordinal);
        ModelException other = await Assert.ThrowsAsync<ModelException>(
            () => GateRun.ExecuteAsync(Brought(run, store, "sklearn"), run, default));
        Assert.Contains("has the flavor sklearn", other.Message, StringComparison.Ordinal);
    }
}
