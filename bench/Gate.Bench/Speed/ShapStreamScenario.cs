using System.Diagnostics;
using System.Globalization;
using Gate.Data;
using Gate.Data.Writing;
using Gate.Explain;
using Gate.Explain.Trees;

namespace Gate.Bench.Speed;

/// <summary>SHAP values of many rows, streamed to a Parquet file: what memory the process holds beside the rows themselves.</summary>
internal static class ShapStreamScenario
{
    public static void Run(Dictionary<string, string> options)
    {
        int threads = options.Number("threads", 2), trees = options.Number("trees", 100);
        ShapModel model = ShapModel.Of(trees, threads);
        // The peak is of the whole process and only rises: fewer rows first.
        foreach (int rows in options.Rows("100000,1000000").Order())
        {
            Table table = ShapModel.Rows(rows, seed: 3);
            double before = Machine.PeakMegabytes();
            string path = Path.GetTempFileName();
            using Process self = Process.GetCurrentProcess();
            TimeSpan used = self.TotalProcessorTime;
            var clock = Stopwatch.StartNew();
            double error = 0;
            using (FileStream stream = File.Create(path))
            {
                string[] names = ["row", .. table.Names.Select(name => $"shap_{name}")];
                var writer = ParquetWriter.Begin(names, stream);
                new TreeShap(model.Model, new(Threads: threads)).Stream(table, (first, block) =>
                {
                    writer.Append(Block(names, block, first));
                    error = Math.Max(error, block.AdditivityError);
                });
                writer.End();
            }
            double seconds = clock.Elapsed.TotalSeconds;
            self.Refresh();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows × {ShapModel.Features} features, {trees} trees "
                + $"of depth 6, to Parquet: {seconds:0.0} s, {(self.TotalProcessorTime - used).TotalSeconds:0.0} s of processor time, file "
                + $"{new FileInfo(path).Length / 1e6:0} MB, peak {Machine.PeakMegabytes():0} MB (before it, with the rows in memory, "
                + $"{before:0} MB; the rows alone are {rows * 9.0 * ShapModel.Features / 1e6:0} MB), additivity error {error:0.0e0}"));
            File.Delete(path);
        }
    }

    private static Table Block(string[] names, ShapValues block, int first) => new([.. names.Select((name, column) =>
        new NumericColumn(name, [.. Enumerable.Range(0, block.Rows).Select(row => column == 0 ? first + row : block[row, column - 1])]))]);
}
