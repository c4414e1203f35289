using System.Globalization;
using System.Runtime.InteropServices;
using Gate.Models.Ensembles;
using Gate.Models.XGBoost;

namespace Gate.Bench.Speed;

/// <summary>Margins of an ensemble that XGBoost trained, of rows in memory, against XGBoost's own predictor.</summary>
internal static class EnsembleScenario
{
    public static void Run(Dictionary<string, string> options)
    {
        string model = Path.GetFullPath(options.Get("model"));
        int threads = Environment.ProcessorCount, times = options.Number("times", 5);
        ForeignModel file = XGBoostFile.Read(model, File.ReadAllBytes(model));
        var ensemble = (TreeEnsemble)file.Function;
        foreach (int rows in options.Rows("1000000"))
        {
            double[]?[] columns = Columns(ensemble, rows);
            double sum = 0;
            void Sum() => sum = ensemble.Sums(columns, rows).Sum();
            double gate = Timing.Median(times, Sum), processor = Timing.Processor(times, Sum);
            int depth = ensemble.Trees.Max(tree => tree.Depth());
            Console.WriteLine($"{rows:N0} rows × {ensemble.Trees.Count} trees of {depth} splits at most, "
                + $"{ensemble.Features} features: Gate {Timing.Show(gate)}, processor {processor:0.000} s ({threads} threads, "
                + $"mean margin "
                + $"{(sum / rows).ToString("R", CultureInfo.InvariantCulture)})");
            Compare(options, "ensemble.py", gate, model, columns, rows, threads, times);
        }
    }

    /// <summary>Runs a peer of XGBoost on the same rows, from a file of floats.</summary>
    public static void Compare(Dictionary<string, string> options, string script, double gate, string model, double[]?[] columns, int rows,
        int threads, int times)
    {
        string data = Path.GetTempFileName();
        try
        {
            Write(data, columns, rows);
            Peers.Compare(options, script, gate, "XGBoost", model, data, columns.Length.ToString(CultureInfo.InvariantCulture),
                threads.ToString(CultureInfo.InvariantCulture), times.ToString(CultureInfo.InvariantCulture));
        }
        finally
        {
            File.Delete(data);
        }
    }

    /// <summary>Values around the thresholds of each feature, one in twenty missing; a float holds each exactly.</summary>
    public static double[]?[] Columns(TreeEnsemble ensemble, int rows)
    {
        var random = new Random(1);
        var columns = new double[]?[ensemble.Features];
        for (int feature = 0; feature < columns.Length; feature++)
        {
            double[] thresholds = [.. ensemble.Trees.SelectMany(tree => tree.Threshold.Where((_, node) => tree.Feature[node] == feature))];
            (double low, double high) = thresholds.Length == 0 ? (0, 1) : (thresholds.Min() - 1, thresholds.Max() + 1);
            var values = new double[rows];
            for (int row = 0; row < rows; row++)
                values[row] = random.Next(20) == 0 ? double.NaN : (float)(low + (random.NextDouble() * (high - low)));
            columns[feature] = values;
        }
        return columns;
    }

    /// <summary>Row by row, as floats.</summary>
    private static void Write(string path, double[]?[] columns, int rows)
    {
        using FileStream stream = File.Create(path);
        var line = new float[columns.Length];
        for (int row = 0; row < rows; row++)
        {
            for (int feature = 0; feature < line.Length; feature++) line[feature] = (float)columns[feature]![row];
            stream.Write(MemoryMarshal.AsBytes(line.AsSpan()));
        }
    }
}
