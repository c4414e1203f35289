using Gate.Data;
using Gate.Models;
using Gate.Models.Onnx;
using Gate.Models.Onnx.Scoring;
using static Gate.Tests.Models.Onnx.OnnxFile;

namespace Gate.Tests.Models.Onnx;

/// <summary>Rows go in batches, to several threads; a model is which file it is and how it is read.</summary>
public sealed class BatchesAndThreads
{
    private static readonly OnnxOptions options = new(TaskType.Regression, [], ["a", "b"]);

    private static Table Rows(int count) => new([
        new NumericColumn("a", [.. Enumerable.Range(0, count).Select(i => (double)(i % 97))]),
        new NumericColumn("b", [.. Enumerable.Range(0, count).Select(i => (double)(i % 89))])]);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(5000)]
    public void Every_row_is_scored_once_and_in_its_place(int count)
    {
        double[] wanted = [.. Enumerable.Range(0, count).Select(i => (2.0 * (i % 97)) + (3 * (i % 89)) + 1)];
        foreach (int threads in (int[])[1, 3, 0])
            Assert.Equal(wanted, OnnxModel.Load("m", TwoColumns(), options with { Threads = threads }).Score(Rows(count)));
    }

    [SkippableFact]
    public void The_number_of_threads_changes_no_bit()
    {
        byte[] bytes = SharedModels.Bytes("onnx_built/gb_regressor");
        string[] names = [.. Enumerable.Range(0, 10).Select(i => $"c{i}")];
        Table table = new([.. names.Select((name, c) =>
            new NumericColumn(name, [.. Enumerable.Range(0, 3000).Select(i => (double)(i * (c + 7) % 101))]))]);
        var all = new OnnxOptions(TaskType.Regression, [], names);
        double[] one = OnnxModel.Load("m", bytes, all with { Threads = 1 }).Score(table);
        Assert.Equal(one, OnnxModel.Load("m", bytes, all with { Threads = 4 }).Score(table));
        // Alone, a row may be added up in another order.
        OnnxModel model = OnnxModel.Load("m", bytes, all);
        foreach (int row in (int[])[0, 1023, 2999]) Assert.Equal(one[row], model.Score(table.Take([row]))[0], 1e-6 * Math.Abs(one[row]));
    }

    [SkippableFact]
    public void A_model_for_a_fixed_number_of_rows_scores_any()
    {
        var all = new OnnxOptions(TaskType.Regression, [], [.. Enumerable.Range(0, 10).Select(i => $"c{i}")]);
        double[] row = SharedModels.Inputs("onnx_built/fixed_batch_1")[0].Value.Numbers();
        double wanted = SharedModels.Outputs("onnx_built/fixed_batch_1")[0].Value.Numbers()[0];
        Table three = new([.. row.Select((value, c) => new NumericColumn($"c{c}", [value, value, value]))]);
        foreach (double found in OnnxModel.Load("m", SharedModels.Bytes("onnx_built/fixed_batch_1"), all).Score(three))
            Assert.Equal(wanted, found, 1e-6 * wanted);
    }

    [Fact]
    public void The_last_batch_of_a_fixed_number_of_rows_is_filled_up()
    {
        byte[] four = Model(Graph(Input("X", 1, 4, 2), Output("y", 1, 4, 1), Node("LinearRegressor", "ai.onnx.ml", ["X"], ["y"],
            Attribute("coefficients", 2f, 3f), Attribute("intercepts", 1f))));
        Assert.Equal(OnnxModel.Load("m", TwoColumns(), options).Score(Rows(10)), OnnxModel.Load("m", four, options).Score(Rows(10)));
    }

    [Fact]
    public void Work_that_is_cancelled_ends()
    {
        using var cancel = new CancellationTokenSource();
        OnnxModel model = OnnxModel.Load("m", TwoColumns(), options);
        cancel.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => model.Score(Rows(5000), cancel.Token));
    }

    [Fact]
    public async Task Work_that_is_cancelled_ends_also_inside_a_batch()
    {
        // Some seconds of one batch: products of large matrices, one after the other.
        byte[][] steps = [.. Enumerable.Range(0, 60).Select(i => Node("MatMul", "", [$"c{i}", "c0"], [$"c{i + 1}"]))];
        byte[] slow = Model(Graph([Input("X", 1, -1, 2), Output("y", 1, -1, -1), Longs("s", [2], 1500, 1500), Node("ConstantOfShape", "",
            ["s"],
            ["c0"]), .. steps, Node("ReduceSum", "", ["c60"], ["z"]), Node("ReduceSum", "", ["X", "axes"], ["x"]), Longs("axes", [1], 1),
            Node("Add", "", ["x", "z"], ["y"])]));
        OnnxModel model = OnnxModel.Load("m", slow, options);
        // On a busy machine one attempt may be held up by others; a batch that cannot be stopped takes its whole time in every one.
        var attempts = new List<(long Stopped, long Whole)>();
        while (attempts.Count < 5 && !attempts.Any(took => took.Stopped < took.Whole / 2)) attempts.Add(await StopAsync());
        Assert.True(attempts[^1].Stopped < attempts[^1].Whole / 2, $"it went on for ms: {string.Join(", ", attempts)}");

        async Task<(long, long)> StopAsync()
        {
            using var cancel = new CancellationTokenSource();
            long start = Environment.TickCount64;
            Task<double[]> work = Task.Run(() => model.Score(Rows(1), cancel.Token));
            await Task.Delay(200);
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
            long stopped = Environment.TickCount64 - start;
            model.Score(Rows(1));
            return (stopped, Environment.TickCount64 - start - stopped);
        }
    }

    [Fact]
    public void The_digest_is_of_the_file_and_of_how_it_is_read()
    {
        string Of(byte[] bytes, OnnxOptions how) => OnnxModel.Load("m", bytes, how).Digest;
        string same = Of(TwoColumns(), options);
        Assert.Matches("^sha256:[0-9a-f]{64}$", same);
        Assert.Equal(same, Of(TwoColumns(), options with { Threads = 3 }));
        Assert.NotEqual(same, Of(TwoColumns(16), options));
        Assert.NotEqual(same, Of(TwoColumns(), options with { Columns = ["b", "a"] }));
        Assert.Equal(TwoColumns().Length, OnnxModel.Load("m", TwoColumns(), options).Size);
    }

    [Fact]
    public void A_file_that_is_not_there_is_said()
    {
        Assert.Equal("nowhere.onnx does not exist", Assert.Throws<ModelException>(() => OnnxModel.Load("nowhere.onnx", options)).Message);
    }
}
