using System.Globalization;
using Gate.Data;
using Gate.Explain;
using Gate.Explain.Trees;
using Gate.Models;
using Gate.Models.Ensembles;
using Gate.Models.XGBoost;

namespace Gate.Bench.Speed;

/// <summary>Tree SHAP of an ensemble that XGBoost trained, of rows in memory, against XGBoost's own <c>pred_contribs</c>.</summary>
internal static class TreeShapScenario
{
    public static void Run(Dictionary<string, string> options)
    {
        string model = Path.GetFullPath(options.Get("model"));
        int threads = options.Number("threads", 2), times = options.Number("times", 5), background = options.Number("background", 0);
        ForeignModel file = XGBoostFile.Read(model, File.ReadAllBytes(model));
        var ensemble = (TreeEnsemble)file.Function;
        string[] names = [.. Enumerable.Range(0, ensemble.Features).Select(i => $"x{i}")];
        TaskType task = file.Classes == 0 ? TaskType.Regression : TaskType.BinaryClassification;
        var bound = (ITreeModel)new ForeignBinding(task, file.Classes == 0 ? [] : ["no", "yes"], names).Bind(file);
        foreach (int rows in options.Rows("10000"))
        {
            double[]?[] columns = EnsembleScenario.Columns(ensemble, rows);
            Table table = Named(columns, names);
            Table? behind = background == 0 ? null : table.Take([.. Enumerable.Range(0, background).Select(i => i * rows / background)]);
            ShapValues found = null!;
            // Preparing the model is part of explaining it.
            void Explain() => found = new TreeShap(bound, new(behind is null ? TreePerturbation.TreePathDependent
                : TreePerturbation.Interventional, Threads: threads) { Background = behind }).Explain(table);
            double gate = Timing.Median(times, Explain), processor = Timing.Processor(times, Explain);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows × {ensemble.Features} features, "
                + $"{ensemble.Trees.Count} trees of {ensemble.Trees.Max(tree => tree.Depth())} splits at most, {found.Method}: Gate "
                + $"{Timing.Show(gate)}, processor {processor:0.000} s, {threads} threads, peak {Machine.PeakMegabytes():0} MB, mean "
                + $"|SHAP| in all {found.Values.Sum(Math.Abs) / rows:R}, additivity error {found.AdditivityError:0.0e0}"));
            if (behind is null) EnsembleScenario.Compare(options, "treeshap.py", gate, model, columns, rows, threads, times);
        }
    }

    private static Table Named(double[]?[] columns, string[] names) =>
        new([.. columns.Select((values, i) => new NumericColumn(names[i], values!))]);
}
