using System.Globalization;
using Gate.Data;
using Gate.Models;
using Gate.Models.Onnx;
using Gate.Models.Onnx.Checks;
using Gate.Models.Onnx.Graphs;
using Gate.Models.Onnx.Scoring;
using Gate.Models.Onnx.Sessions;

namespace Gate.Tests.Models.Onnx;

/// <summary>
/// Files with faults at random places, the same in every run: each is a model that runs, or is refused. GATE_ONNX_MUTATIONS sets another
/// number of them, GATE_ONNX_FIRST the first, and GATE_ONNX_TRACE names a file that holds the number of the last one, for a crash of the
/// whole process.
/// </summary>
public sealed class MutatedFiles
{
    [SkippableFact]
    public void A_damaged_file_is_a_model_or_an_error_of_the_model()
    {
        Skip.If(SharedModels.Names.Count == 0, "there is no shared/models beside the checkout");
        byte[][] files = [.. SharedModels.Names.Select(SharedModels.Bytes)];
        string? trace = Environment.GetEnvironmentVariable("GATE_ONNX_TRACE");
        int first = Mutations.Setting("GATE_ONNX_FIRST", 0), count = Mutations.Setting("GATE_ONNX_MUTATIONS", 350), ran = 0, runtime = 0;
        for (int i = first; i < first + count; i++)
        {
            byte[] bytes = Mutations.Of(files[i % files.Length], new Random(i));
            if (trace is not null) File.WriteAllText(trace, i.ToString(CultureInfo.InvariantCulture));
            long start = Environment.TickCount64;
            try
            {
                OnnxGraph graph = GraphReader.Read(bytes);
                GraphCheck.Require(graph);
                runtime++;
                if (i % 2 == 0) Run(bytes, graph);
                else Score(bytes, graph, i);
                ran++;
            }
            catch (ModelException e)
            {
                Assert.DoesNotContain('\n', e.Message);
            }
            Assert.True(Environment.TickCount64 - start < 20_000, $"mutation {i} took longer than 20 seconds");
        }
        // Both ends are reached: some are refused by Gate, some run all the same.
        Assert.InRange(runtime, 1, count - 1);
        Assert.InRange(ran, 1, runtime);
        if (trace is not null) File.WriteAllText(trace,
            $"{count} mutations: {count - runtime} refused by Gate, {runtime - ran} by ONNX Runtime, {ran} ran");
    }

    private static void Run(byte[] bytes, OnnxGraph graph)
    {
        using var session = new OnnxSession(bytes, CancellationToken.None);
        session.Run(SharedModels.Anything(graph), [.. graph.Outputs.Select(output => output.Name)], CancellationToken.None);
    }

    /// <summary>The whole way, with numbers as whatever the model says that it is.</summary>
    private static void Score(byte[] bytes, OnnxGraph graph, int mutation)
    {
        string[] names = [.. Enumerable.Range(0, (int)Math.Min(200, graph.Inputs.Sum(input => (long)Math.Abs(input.Width))))
            .Select(c => $"c{c}")];
        string? output = graph.Outputs.ElementAtOrDefault(mutation / 2 % 2)?.Name;
        OnnxOptions options = (mutation / 4 % 3) switch
        {
            0 => new(TaskType.Regression, [], names) { Output = output },
            1 => new(TaskType.BinaryClassification, ["0", "1"], names) { Score = output, ModelClasses = ["0", "1"] },
            _ => new(TaskType.MulticlassClassification, ["0", "1", "2"], names) { Output = output },
        };
        using OnnxModel model = OnnxModel.Load("m", bytes, options with { Columns = names });
        Table rows = new([.. names.Select((name, c) => new NumericColumn(name, [c, 1, 2], ColumnType.Integer))]);
        model.Score(rows);
        HeldTrees held = model.TreesFor(rows);
        Assert.True(held.Trees is null || held.Reason is null);
        Assert.DoesNotContain('\n', held.Reason ?? "");
    }
}
