using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Gate.Data;
using Gate.Explain;
using Gate.Explain.Agnostic;
using Gate.Explain.Trees;
using Gate.Models.LightGbm.Native;

namespace Gate.Bench.Speed;

/// <summary>SHAP of one model by Gate, by LightGBM's <c>predict_contrib</c> through its C API, and by the package shap, in turn in one run:
/// processor time of all threads, since other work on the machine hardly changes it, each with the preparation of the model.</summary>
internal static unsafe class ShapScenario
{
    private const int Background = 100, KernelRows = 20, KernelSamples = 2 * ShapModel.Features + 2048, Contributions = 3;

    private static readonly CultureInfo invariant = CultureInfo.InvariantCulture;

    public static void Run(Dictionary<string, string> options)
    {
        int threads = options.Number("threads", 2), times = options.Number("times", 3), rows = options.Number("rows", 10_000);
        foreach (int trees in options.Get("trees", "100,500").Split(',').Select(text => int.Parse(text, invariant)))
        {
            ShapModel model = ShapModel.Of(trees, threads);
            Table table = ShapModel.Rows(rows, seed: 3), background = ShapModel.Rows(Background, seed: 4);
            string what = string.Create(invariant, $"{rows:N0} rows × {ShapModel.Features} features, {trees} trees of depth 6, "
                + $"{threads} threads");
            double path = Gate($"{what}, path-dependent", times, () => new TreeShap(model.Model, new(Threads: threads)).Explain(table));
            LightGbm(model, ShapModel.Matrix(table), rows, threads, path);
            Shap(options, "path", model, table, background, path);
            if (trees != 100) continue;
            Table fewer = table.Take([.. Enumerable.Range(0, rows / 10)]), few = table.Take([.. Enumerable.Range(0, KernelRows)]);
            var mixing = new TreeShapOptions(TreePerturbation.Interventional, Threads: threads) { Background = background };
            double mixed = Gate($"{rows / 10} rows, 100 trees, interventional, {Background} rows of background", times,
                () => new TreeShap(model.Model, mixing).Explain(fewer));
            Shap(options, "interventional", model, fewer, background, mixed);
            double kernel = Gate($"{KernelRows} rows, 100 trees, Kernel SHAP, {KernelSamples} coalitions × {Background} rows", times, () =>
                CoalitionShap.Explain(model.Model, few, new(CoalitionMethod.Kernel, ExplainedOutput.Raw, Samples: KernelSamples,
                    Threads: threads) { Background = background }));
            Shap(options, "kernel", model, few, background, kernel);
        }
    }

    private static double Gate(string what, int times, Func<ShapValues> explain)
    {
        ShapValues found = null!;
        double clock = Timing.Median(times, () => found = explain()), processor = Timing.Processor(times, () => found = explain());
        Console.WriteLine(string.Create(invariant, $"{what}: Gate {processor:0.000} s of processor time ({Timing.Show(clock)} by the "
            + $"clock), mean |SHAP| in all {found.Values.Sum(Math.Abs) / found.Rows:R}, additivity error {found.AdditivityError:0.0e0}"));
        return processor;
    }

    private static void LightGbm(ShapModel model, double[] matrix, int rows, int threads, double gate)
    {
        Library.Require();
        nint library = LibraryResolver.Load(AppContext.BaseDirectory), booster;
        var load = (delegate* unmanaged<byte*, int*, nint*, int>)NativeLibrary.GetExport(library, "LGBM_BoosterLoadModelFromString");
        var predict = (delegate* unmanaged<nint, double*, int, int, int, int, int, int, int, byte*, long*, double*, int>)
            NativeLibrary.GetExport(library, "LGBM_BoosterPredictForMat");
        var free = (delegate* unmanaged<nint, int>)NativeLibrary.GetExport(library, "LGBM_BoosterFree");
        var values = new double[rows * (ShapModel.Features + 1)];
        int iterations;
        fixed (byte* text = (byte[])[.. model.Text, 0]) Library.Check(load(text, &iterations, &booster));
        nint loaded = booster;
        double seconds = Timing.Processor(1, () =>
        {
            fixed (double* from = matrix)
            fixed (double* to = values)
            fixed (byte* parameters = Encoding.ASCII.GetBytes($"num_threads={threads}\0"))
            {
                long written;
                Library.Check(predict(loaded, from, NativeMethods.Float64, rows, ShapModel.Features, 1, Contributions, 0, -1, parameters,
                    &written, to));
            }
        });
        Library.Check(free(loaded));
        double mean = values.Where((_, i) => i % (ShapModel.Features + 1) < ShapModel.Features).Sum(Math.Abs) / rows;
        Console.WriteLine(string.Create(invariant, $"  LightGBM predict_contrib: {seconds:0.000} s of processor time, mean |SHAP| in all "
            + $"{mean:R}; {seconds / gate:0.0} times Gate's"));
    }

    private static void Shap(Dictionary<string, string> options, string kind, ShapModel model, Table rows, Table background, double gate)
    {
        string work = Directory.CreateTempSubdirectory("gate-bench").FullName, data = Path.Combine(work, "rows"),
            behind = Path.Combine(work, "background"), trees = Path.Combine(work, "trees.json");
        ShapModel.Write(data, rows);
        ShapModel.Write(behind, background);
        model.WriteTrees(trees);
        Peers.Compare(options, "shapvalues.py", gate, "shap (processor time)", kind, trees, data, behind,
            ShapModel.Features.ToString(invariant), KernelSamples.ToString(invariant), "1");
        Directory.Delete(work, recursive: true);
    }
}
