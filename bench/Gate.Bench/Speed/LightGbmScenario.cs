using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Gate.Data;
using Gate.Models;
using Gate.Models.LightGbm.Native;
using Gate.Models.LightGbm.Training;

namespace Gate.Bench.Speed;

/// <summary>Training through Gate, from columns to a model that scores, against LightGBM's C API alone, from a matrix in memory to its
/// text; in turn, by the clock and in processor time of all threads. Both give the same trees.</summary>
internal static unsafe class LightGbmScenario
{
    private static readonly CultureInfo invariant = CultureInfo.InvariantCulture;

    public static void Run(Dictionary<string, string> options)
    {
        int times = options.Number("times", 5), threads = options.Number("threads", Environment.ProcessorCount);
        if (options.TryGetValue("data", out string? adult)) Compare("Adult", Adult(adult), times, threads);
        foreach (int rows in options.Rows("100000,1000000"))
            Compare(string.Create(invariant, $"{rows:N0} rows × 20 numbers"), Made(rows), times, threads);
    }

    private static void Compare(string name, TrainingData data, int times, int threads)
    {
        ILearner learner = LightGbmLearner.Info.Create(new Dictionary<string, object?>());
        TrainingData given = data with { Threads = threads };
        TrainingColumns columns = TrainingColumns.Of(data.Features);
        string parameters = $"deterministic=true force_col_wise=true num_threads={threads} verbosity=-1 objective=binary "
            + $"metric=binary_logloss categorical_feature={string.Join(',', columns.Categories)}";
        double[] matrix = [.. columns.Values.SelectMany(values => values)];
        float[] labels = Array.ConvertAll(data.Labels!, label => (float)label);
        var gate = new List<Times>();
        var alone = new List<Times>();
        for (int i = 0; i <= times; i++)
        {
            byte[] own = [], plain = [];
            Times first = Times.Of(() => own = ((IOwnFormat)learner.Fit(given)).OwnBytes.ToArray());
            Times second = Times.Of(() => plain = Alone(matrix, columns.Inputs.Length, labels, parameters));
            // The first compiles and loads.
            if (i == 0 && Trees(own).SequenceEqual(Trees(plain))) continue;
            if (i == 0) throw new InvalidOperationException("the two did not grow the same trees");
            gate.Add(first);
            alone.Add(second);
        }
        Times ours = Times.Median(gate), library = Times.Median(alone);
        Console.WriteLine(string.Create(invariant, $"{name}, 100 iterations × 31 leaves, {threads} threads: Gate {Timing.Show(ours.Clock)} "
            + $"({Timing.Show(ours.Processor)} of processor time), LightGBM alone {Timing.Show(library.Clock)} "
            + $"({Timing.Show(library.Processor)}); ratio {ours.Clock / library.Clock:0.00} ({ours.Processor / library.Processor:0.00})"));
    }

    private static byte[] Alone(double[] matrix, int columns, float[] labels, string parameters)
    {
        Library.Require();
        var create = (delegate* unmanaged<double*, int, int, int, int, byte*, nint, nint*, int>)NativeLibrary.GetExport(
            LibraryResolver.Load(AppContext.BaseDirectory), "LGBM_DatasetCreateFromMat");
        nint created;
        using var dataset = new DatasetHandle();
        fixed (double* first = matrix)
        fixed (byte* text = Encoding.ASCII.GetBytes(parameters + '\0'))
            Library.Check(create(first, NativeMethods.Float64, labels.Length, columns, 0, text, 0, &created));
        Marshal.InitHandle(dataset, created);
        fixed (float* first = labels)
            Library.Check(NativeMethods.LGBM_DatasetSetField(dataset, "label", first, labels.Length, NativeMethods.Float32));
        using var booster = new Booster(dataset, parameters);
        for (int i = 0; i < 100 && booster.Update(); i++)
        {
        }
        return booster.Text(0);
    }

    /// <summary>The trees of a text, without its head, which has names, and its tail, which has parameters.</summary>
    private static ReadOnlySpan<byte> Trees(byte[] text)
    {
        ReadOnlySpan<byte> all = text;
        return all[all.IndexOf("Tree=0"u8)..all.IndexOf("end of trees"u8)];
    }

    private static TrainingData Adult(string path)
    {
        Table table = TableReader.Read(new SourceOptions { Paths = [path] });
        var income = (CategoryColumn)table["income"];
        Table features = table.Select(table.Names.Where(name => name is not ("income" or "split")));
        return new(TaskType.BinaryClassification, features, income.Categories, income.Codes, null, null);
    }

    /// <summary>Numbers of which some tell something, from a fixed seed.</summary>
    private static TrainingData Made(int rows)
    {
        var random = new Random(1);
        double[][] columns = [.. Enumerable.Range(0, 20).Select(_ => Enumerable.Range(0, rows).Select(_ => random.NextDouble()).ToArray())];
        int[] labels = [.. Enumerable.Range(0, rows).Select(row =>
            columns[0][row] + (columns[1][row] * columns[2][row]) + random.NextDouble() > 1.2 ? 1 : 0)];
        return new(TaskType.BinaryClassification, new Table([.. columns.Select((values, i) => new NumericColumn($"x{i}", values))]),
            ["0", "1"], labels, null, null);
    }

    private sealed record Times(double Clock, double Processor)
    {
        public static Times Of(Action run)
        {
            using Process self = Process.GetCurrentProcess();
            TimeSpan before = self.TotalProcessorTime;
            var clock = Stopwatch.StartNew();
            run();
            double seconds = clock.Elapsed.TotalSeconds;
            self.Refresh();
            return new(seconds, (self.TotalProcessorTime - before).TotalSeconds);
        }

        public static Times Median(List<Times> all) => new(all.Select(one => one.Clock).Order().ElementAt(all.Count / 2),
            all.Select(one => one.Processor).Order().ElementAt(all.Count / 2));
    }
}
