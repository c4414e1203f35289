using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Gate.Data;
using Gate.Models;
using Gate.Models.LightGbm.Training;

namespace Gate.Bench.Speed;

/// <summary>A model that LightGBM trains on made-up rows, and rows to explain, as Gate and its peers read them.</summary>
/// <param name="Model">The model: two classes.</param>
/// <param name="Text">LightGBM's text of it.</param>
internal sealed record ShapModel(ITreeModel Model, byte[] Text)
{
    /// <summary>The columns of the model.</summary>
    public const int Features = 14;

    private const int TrainingRows = 20_000;

    /// <summary>Trees of depth 6.</summary>
    public static ShapModel Of(int trees, int threads)
    {
        Table rows = Rows(TrainingRows, seed: 1);
        double Value(int column, int row) => ((NumericColumn)rows.Columns[column]).Values[row] is >= 0 and var value ? value : 0;
        var random = new Random(2);
        int[] labels = [.. Enumerable.Range(0, TrainingRows).Select(row => Enumerable.Range(0, Features / 2).Sum(i =>
            Value(2 * i, row) * Value(2 * i + 1, row)) + random.NextDouble() > Features / 8.0 + 0.5 ? 1 : 0)];
        IModel model = LightGbmLearner.Info.Create(new Dictionary<string, object?>
        {
            ["n_estimators"] = (double)trees, ["max_depth"] = 6.0, ["num_leaves"] = 63.0,
        }).Fit(new(TaskType.BinaryClassification, rows, ["no", "yes"], labels, null, null) { Threads = threads });
        return new((ITreeModel)model, ((IOwnFormat)model).OwnBytes.ToArray());
    }

    /// <summary>Numbers from 0 to 1, one in twenty missing.</summary>
    public static Table Rows(int rows, int seed)
    {
        var random = new Random(seed);
        return new([.. Enumerable.Range(0, Features).Select(i =>
        {
            double[] values = [.. Enumerable.Range(0, rows).Select(_ => random.Next(20) == 0 ? double.NaN : random.NextDouble())];
            return new NumericColumn($"x{i}", values, missing: Array.ConvertAll(values, double.IsNaN));
        })]);
    }

    /// <summary>Row by row, as C libraries read it.</summary>
    public static double[] Matrix(Table rows) => [.. Enumerable.Range(0, rows.RowCount).SelectMany(row => rows.Columns.Select(column =>
        ((NumericColumn)column).Values[row]))];

    public static void Write(string path, Table rows) => File.WriteAllBytes(path, MemoryMarshal.AsBytes(Matrix(rows).AsSpan()).ToArray());

    /// <summary>The trees as <c>peers/shapvalues.py</c> reads them.</summary>
    public void WriteTrees(string path)
    {
        static JsonArray Numbers<T>(IEnumerable<T> values) => [.. values.Select(value => JsonValue.Create(value))];
        var trees = new JsonArray();
        foreach (FlatTree tree in Model.Trees)
            trees.Add(new JsonObject
            {
                ["children_left"] = Numbers(tree.Left), ["children_right"] = Numbers(tree.Right),
                ["children_default"] = Numbers(tree.Left.Select((left, node) => tree.MissingLeft[node] ? left : tree.Right[node])),
                ["features"] = Numbers(tree.Feature), ["thresholds"] = Numbers(tree.Threshold.Select(Finite)),
                ["values"] = Numbers(tree.Values), ["weights"] = Numbers(tree.Weight),
            });
        File.WriteAllText(path, new JsonObject { ["base"] = Model.Sum.Base[0], ["trees"] = trees }.ToJsonString());
    }

    private static double Finite(double value) => Math.Clamp(value, -double.MaxValue, double.MaxValue);
}
