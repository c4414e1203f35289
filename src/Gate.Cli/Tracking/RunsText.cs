using Gate.Ci.Terminal;
using Gate.Evaluation.Results;
using Gate.Tracking;
using Gate.Tracking.Comparing;
using Gate.Wording;

namespace Gate.Cli.Tracking;

/// <summary>Runs as plain text.</summary>
internal static class RunsText
{
    private const string Condition = "condition/";
    private const int MostMetrics = 5;

    /// <summary>The numbers that the conditions of the newest run judged, a few of them.</summary>
    public static string[] Judged(IReadOnlyList<IRun> runs) => runs.Count == 0 ? []
        : [.. runs[0].Metrics.Select(metric => metric.Key).Where(key => key.StartsWith(Condition, StringComparison.Ordinal))
            .Take(MostMetrics)];

    /// <summary>A line a run.</summary>
    public static void Table(IReadOnlyList<IRun> runs, IReadOnlyList<RunColumn> columns, TextWriter writer)
    {
        if (runs.Count == 0)
        {
            writer.WriteLine("No runs.");
            return;
        }
        string[][] rows = [[.. columns.Select(column => Head(column.Name))],
            .. runs.Select(run => columns.Select(column => Cell(column, run)).ToArray())];
        int[] numbers = [.. columns.Index().Where(column => column.Item.Number is not null).Select(column => column.Index)];
        foreach (string line in AlignedText.Lines(rows, numbers)) writer.WriteLine(line);
    }

    /// <summary>All of one run.</summary>
    public static void One(IRun run, IReadOnlyList<string> artifacts, TextWriter writer)
    {
        foreach (RunColumn column in RunColumn.Usual) writer.WriteLine($"{column.Name}: {PlainText.OneLine(column.Cell(run))}");
        Block("parameters", run.Parameters.Select(one => (one.Key, Shown.Of(one.Value))));
        Block("metrics", run.Metrics.Select(one => (one.Key, NumberText.Estimate(one.Value))));
        Block("tags", run.Tags.Select(one => (one.Key, Shown.Of(one.Value))));
        Block("data sets", run.Inputs.Select(one => (one.Name, $"{one.Digest} {one.Context}")));
        Block("artifacts", artifacts.Select(path => (path, "")));

        void Block(string title, IEnumerable<(string Name, string Value)> lines)
        {
            string[][] rows = [.. lines.Select(line => new[] { $"  {PlainText.OneLine(line.Name)}", PlainText.OneLine(line.Value) })];
            if (rows.Length == 0) return;
            writer.WriteLine($"\n{title}");
            foreach (string line in AlignedText.Lines(rows)) writer.WriteLine(line);
        }
    }

    /// <summary>A line a field in which runs differ, a column a run.</summary>
    public static void SideBySide(RunComparison comparison, TextWriter writer)
    {
        string[][] rows = [["", .. comparison.Runs.Select(run => run.Info.Id[..Math.Min(8, run.Info.Id.Length)])],
            .. comparison.Rows.Select(row => row.Cells.Select(cell => PlainText.OneLine(Shown.Of(cell)))
                .Prepend(PlainText.OneLine(row.Name)).ToArray())];
        foreach (string line in AlignedText.Lines(rows)) writer.WriteLine(line);
        if (comparison.Hidden > 0)
            writer.WriteLine($"\n{comparison.Hidden} fields are left out (the same in all runs, limits, groups, baselines); --all shows "
                + "them.");
    }

    private static string Head(string name) => PlainText.OneLine(name.StartsWith("metrics.", StringComparison.Ordinal)
        ? name["metrics.".Length..] : name);

    private static string Cell(RunColumn column, IRun run) =>
        column.Number is null ? PlainText.OneLine(Shown.Of(column.Cell(run))) : NumberText.Estimate(column.Number(run));
}
