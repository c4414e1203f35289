using Gate.Evaluation.Candidates;
using Gate.Evaluation.Loading;
using Gate.Metrics;

namespace Gate.Evaluation.Judging;

/// <summary>Gathers each grouping's statistics once, however many conditions read them.</summary>
internal sealed class FrameCache(Dataset data, Candidate candidate, Candidate? baseline, RunInputs inputs, CancellationToken cancel)
{
    private readonly Dictionary<string, (Grouping Grouping, MetricFrame Frame)> frames = new(StringComparer.Ordinal);

    public (Grouping Grouping, MetricFrame Frame) Get(IReadOnlyList<string> by, IReadOnlyList<string> control, double confidence)
    {
        // U+001F cannot stand in a policy's names, so it separates them safely.
        string key = FormattableString.Invariant($"{string.Join('\u001f', by)}\u001e{string.Join('\u001f', control)}\u001e{confidence:R}");
        if (!frames.TryGetValue(key, out (Grouping, MetricFrame) entry)) frames[key] = entry = Gather(by, control, confidence);
        return entry;
    }

    private (Grouping, MetricFrame) Gather(IReadOnlyList<string> by, IReadOnlyList<string> control, double confidence)
    {
        Grouping grouping = Grouping.Create([.. by.Select(name => data.Sensitive[name])], [.. control.Select(data.Control)], data.Test.RowCount);
        var options = new FrameOptions(confidence, Seed: inputs.Policy.Seed, Threads: inputs.Threads);
        return (grouping, MetricFrame.Gather(candidate.Sample, grouping, options, baseline?.Sample, cancel));
    }
}
