using Gate.Data;
using Gate.Evaluation.Candidates;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Measuring.Frames;

/// <summary>Gathers each grouping's statistics once, however many conditions read them and at whatever confidence.</summary>
internal sealed class FrameCache(Dataset data, Candidate candidate, Candidate? baseline, RunInputs inputs, CancellationToken cancel)
{
    /// <summary>The one of a run.</summary>
    public static FrameCache Of(RunContext run) =>
        run.Once(run => new FrameCache(run.Data, run.Candidate, run.Baseline, run.Inputs, run.Cancel));

    private readonly Dictionary<string, (Grouping Grouping, MetricFrame Frame)> frames = new(StringComparer.Ordinal);

    /// <summary>The classes of the label by code.</summary>
    public IReadOnlyList<string> Classes => data.Classes;

    /// <summary>The number of measured rows in a slice; of all of them without one.</summary>
    public int Rows(string? where) => where is null ? data.Test.RowCount : data.Slices[where].Length;

    /// <summary>The groups and their statistics, over all measured rows or over a slice that is not empty.</summary>
    public (Grouping Grouping, MetricFrame Frame) Get(IReadOnlyList<string> by, IReadOnlyList<string> control, string? where = null)
    {
        // Control characters cannot stand in a policy's names, so they separate them safely; a slice may hold line breaks but none of
        // these.
        string key = $"{string.Join('\u001f', by)}\u001e{string.Join('\u001f', control)}\u001e{where}";
        if (!frames.TryGetValue(key, out (Grouping, MetricFrame) entry))
            frames[key] = entry = Gather(by, control, where is null ? null : data.Slices[where]);
        return entry;
    }

    /// <summary>The same groups with more rows like theirs: each group's are there so many times.</summary>
    /// <param name="by">The sensitive columns.</param>
    /// <param name="control">The control columns.</param>
    /// <param name="where">The slice, or null.</param>
    /// <param name="times">How many times, one number a group; whole numbers where single rows are read.</param>
    /// <param name="ofRows">Whether single rows are read, so that they have to be there again; else their counts are enough.</param>
    public (Grouping Grouping, MetricFrame Frame) Repeated(IReadOnlyList<string> by, IReadOnlyList<string> control, string? where,
        IReadOnlyList<double> times, bool ofRows)
    {
        (Grouping grouping, MetricFrame frame) = Get(by, control, where);
        if (!ofRows) return (grouping, frame.Repeated(times));
        int[] slice = where is null ? [.. Enumerable.Range(0, Rows(null))] : data.Slices[where];
        return Gather(by, control, [.. slice.SelectMany((row, i) => Enumerable.Repeat(row, (int)times[grouping.Codes[i]]))]);
    }

    /// <summary>The counts that a condition's evidence floor is held against.</summary>
    public EvidenceCounts Counts(ConditionSpec condition, MetricFrame frame) => condition.Class is null
        ? new(frame.Overall, frame.Groups) : EvidenceCounts.OfClass(frame, Labels.IndexOf(data.Classes, condition.Class));

    private (Grouping, MetricFrame) Gather(IReadOnlyList<string> by, IReadOnlyList<string> control, int[]? rows)
    {
        CategoryColumn Column(CategoryColumn column) => rows is null ? column : (CategoryColumn)column.Take(rows);
        Grouping grouping = Grouping.Create([.. by.Select(name => Column(data.Sensitive[name]))],
            [.. control.Select(name => Column(data.Control(name)))], rows?.Length ?? data.Test.RowCount);
        var options = new FrameOptions(inputs.Policy.Confidence, Seed: inputs.Policy.Seed, Threads: inputs.Threads,
            IsSameModel: candidate.IsSameAs(baseline));
        Sample? Sliced(Sample? sample) => rows is null ? sample : sample?.Take(rows);
        return (grouping, MetricFrame.Gather(Sliced(candidate.Sample)!, grouping, options, Sliced(baseline?.Sample), cancel));
    }
}
