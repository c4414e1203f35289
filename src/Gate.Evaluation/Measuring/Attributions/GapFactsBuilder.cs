using Gate.Evaluation.Measuring.Frames;
using Gate.Evaluation.Results;
using Gate.Metrics;

namespace Gate.Evaluation.Measuring.Attributions;

/// <summary>
/// Why groups differ: SHAP values add up to the output in each row, so the gap between two groups' mean outputs is the sum of the gaps
/// between the columns' mean values.
/// </summary>
internal static class GapFactsBuilder
{
    // More groups than this make a section that nobody reads; conditions look at all of them.
    private const int MostGroups = 12;

    public static IReadOnlyList<GapFacts> Build(ExplainedModel model, RunContext run) => [.. model.Data.Sensitive.Keys.SelectMany(by =>
        Enumerable.Range(0, model.Values!.Outputs.Count).Select(output => Of(by, output, model, run)).OfType<GapFacts>())];

    private static GapFacts? Of(string by, int output, ExplainedModel model, RunContext run)
    {
        Grouping grouping = AttributionFrames.Groups(model, [by], [], null);
        MetricFrame[] columns = [.. Enumerable.Range(0, model.Values!.Features.Count).Select(column => Frame([column]))];
        MetricFrame all = Frame([.. Enumerable.Range(0, columns.Length)]);
        int[] shown = [.. Enumerable.Range(0, grouping.Groups.Count)
            .Where(g => EvidenceFloor.Shortfall(all.Groups[g], EvidenceNeeds.Rows, run.Inputs.Policy.Evidence) is null)
            .OrderByDescending(g => all.Groups[g].Count).ThenBy(g => g).Take(MostGroups)];
        if (shown.Length < 2) return null;
        double mean = model.Values.BaseValues[output] + all.EstimateGroups(AttributionFrames.Mean)[shown[0]].Number;
        return new(by, GroupEvidence.Label(grouping.Groups[shown[0]]), all.Groups[shown[0]].Count, mean,
            [.. shown.Skip(1).Order().Select(group => GapOf(group))])
        {
            Class = model.Values.Outputs.Count > 1 ? model.Values.Outputs[output] : null,
        };

        MetricFrame Frame(int[] own) =>
            MetricFrame.Gather(AttributionFrames.Sample(model, own, null, output), grouping, run.Frames, null, run.Cancel);

        GapFact GapOf(int group)
        {
            (double gap, IntervalFact? interval) = Difference(all, grouping, shown[0], group);
            return new(GroupEvidence.Label(grouping.Groups[group]), all.Groups[group].Count, gap, interval,
                [.. columns.Select((frame, column) => (Feature: model.Values.Features[column],
                    Difference: Difference(frame, grouping, shown[0], group)))
                    .Select(one => new GapColumnFact(one.Feature, one.Difference.Gap, one.Difference.Interval))
                    .OrderByDescending(one => Math.Abs(one.Difference))]);
        }
    }

    /// <summary>A group's mean less the reference's.</summary>
    private static (double Gap, IntervalFact? Interval) Difference(MetricFrame frame, Grouping grouping, int reference, int group)
    {
        var comparison = new Comparison(AttributionMetric.Gap.Name, CompareKind.Difference, [AttributionFrames.Mean],
            CompareMethod.ToReference)
        {
            Reference = new(ReferenceKind.Named, grouping.Groups[reference].Values),
            Signed = true,
        };
        var included = new bool[grouping.Groups.Count];
        included[reference] = included[group] = true;
        // A signed comparison is the reference less the group.
        Measurement found = frame.Compare(comparison, included).Worst;
        IntervalFact? interval = found.Interval.ToFact();
        return (0.0 - found.Value.Number, interval is null ? null : interval with { Low = -interval.High, High = -interval.Low });
    }
}
