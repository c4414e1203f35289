using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Measuring.Frames;
using Gate.Explain;
using Gate.Explain.Slices;
using Gate.Metrics;
using Gate.Policy.Document;
using Gate.Wording;

namespace Gate.Evaluation.Measuring.Errors;

/// <summary>
/// The measured rows with their losses, in two halves: slices are searched in one and measured in the other, because what was chosen for
/// looking bad looks worse than it is.
/// </summary>
internal sealed class ErrorRows
{
    // What takes a few seconds; a number of rows and not a time.
    private const int MostRows = 40_000;

    private readonly RunContext run;
    private readonly Sample sample;
    private readonly Dictionary<string, CategoryColumn> columns;

    private ErrorRows(RunContext run)
    {
        this.run = run;
        Dataset data = run.Data;
        int[]? rows = EvenRows.Of(data.Test.RowCount, MostRows);
        IsThinned = rows is not null;
        sample = rows is null ? run.Candidate.Sample : run.Candidate.Sample.Take(rows);
        Metric = MetricCatalogue.Find(data.Task == TaskType.Regression ? "mean_absolute_error" : "zero_one_loss")!;
        Losses = LossesOf(sample) ?? [];
        Table table = data.Test.Select(run.Candidate.Model?.Features ?? data.Features);
        IEnumerable<Column> all = [.. table.Columns, .. data.Sensitive.Where(column => !table.TryGet(column.Key, out _))
            .Select(column => column.Value.Rename(column.Key))];
        columns = all.Select(column => SliceColumns.Of(rows is null ? column : column.Take(rows)))
            .ToDictionary(column => column.Name, StringComparer.Ordinal);
        IsSearched = Halves(Losses, run.Inputs.Policy.Seed);
        Measured = [.. Enumerable.Range(0, Losses.Length).Where(row => !IsSearched[row])];
    }

    /// <summary>The one of a run.</summary>
    public static ErrorRows Of(RunContext run) => run.Once(run =>
    {
        run.Progress.Begin("looking for slices with errors");
        return new ErrorRows(run);
    });

    /// <summary>What a loss is measured by: the share of mistakes, or the mean absolute error.</summary>
    public Metric Metric { get; }

    /// <summary>The loss of each row; empty where the model gives no predictions.</summary>
    public double[] Losses { get; }

    /// <summary>Whether a row is of the half that is searched.</summary>
    public bool[] IsSearched { get; }

    /// <summary>The rows of the other half.</summary>
    public int[] Measured { get; }

    public bool IsThinned { get; }

    /// <summary>Why there is nothing to search; null where there is.</summary>
    /// <param name="named">The columns that are asked for; empty for all.</param>
    public string? Problem(IReadOnlyList<string> named)
    {
        if (Losses.Length == 0) return "the model gives no predictions whose errors could be looked at";
        if (named.FirstOrDefault(name => !columns.ContainsKey(name)) is { } unknown)
            return $"'{Shown.Of(unknown)}' is neither a feature nor a sensitive column{NearestName.Hint(unknown, columns.Keys)}";
        return Losses.AsSpan().ContainsAnyExcept(Losses[0]) ? null : "the losses of all rows are the same, so no slice has more";
    }

    /// <summary>The columns that slices may name, over all rows.</summary>
    public CategoryColumn[] Columns(IReadOnlyList<string> named) =>
        named.Count == 0 ? [.. columns.Values] : [.. named.Select(name => columns[name])];

    /// <summary>Searches one half.</summary>
    public (IReadOnlyList<FoundSlice> Slices, int Searched) Search(IReadOnlyList<string> named, int minRows)
    {
        int[] rows = [.. Enumerable.Range(0, Losses.Length).Where(row => IsSearched[row])];
        return SliceSearch.Find([.. Columns(named).Select(column => (CategoryColumn)column.Take(rows))],
            Array.ConvertAll(rows, row => Losses[row]), new(minRows), run.Cancel);
    }

    /// <summary>The rows of the measured half that lie in a slice.</summary>
    public int[] Inside(FoundSlice slice) => Array.FindAll(Measured, row =>
        slice.Terms.All(term => columns[term.Column].Codes[row] == term.Code));

    /// <summary>Why some rows are too few to be measured, or null where they are not.</summary>
    public string? Shortfall(int[] rows, EvidenceSpec floor) => EvidenceFloor.Shortfall(rows, sample.Truth.Weights, floor);

    /// <summary>The loss of some rows.</summary>
    public Measurement Loss(int[] rows) => MetricFrame.Gather(sample.Take(rows), Grouping.Create([], [], rows.Length), run.Frames,
        null, run.Cancel).Measure(Metric);

    /// <summary>How many times the loss of the rest some rows of the measured half have.</summary>
    public Func<double, Measurement> Ratio(int[] inside)
    {
        var isInside = new bool[Losses.Length];
        foreach (int row in inside) isInside[row] = true;
        var side = new CategoryColumn("side", Array.ConvertAll(Measured, row => isInside[row] ? 0 : 1), ["slice", "rest"]);
        MetricFrame frame = MetricFrame.Gather(sample.Take(Measured), Grouping.Create([side], [], Measured.Length), run.Frames,
            null, run.Cancel);
        var comparison = new Comparison("slice_error_ratio", CompareKind.Ratio, [Metric], CompareMethod.ToReference)
        {
            Reference = new(ReferenceKind.Named, ["rest"]),
            Signed = true,
        };
        return confidence => frame.Compare(comparison, [true, true], confidence).Worst;
    }

    private static double[]? LossesOf(Sample sample) => (sample.Truth, sample.Output) switch
    {
        ({ Labels: { } labels }, ClassOutput { Codes: { } codes }) =>
            [.. labels.Zip(codes, (label, code) => label == code ? 0.0 : 1.0)],
        ({ Targets: { } targets }, NumberOutput { Values: { } values }) =>
            [.. targets.Zip(values, (target, value) => Math.Abs(target - value))],
        _ => null,
    };

    /// <summary>Halves with the same share of large losses.</summary>
    private static bool[] Halves(double[] losses, ulong seed)
    {
        double mean = losses.Length == 0 ? 0 : losses.Average();
        return Array.ConvertAll(Folds.Of(Array.ConvertAll(losses, loss => loss > mean ? 1 : 0), 2, seed), fold => fold == 0);
    }
}
