using Gate.Metrics;

namespace Gate.Bench.Coverage.Populations;

/// <summary>Samples one below the other.</summary>
internal static class Stacked
{
    public static Sample Of(IReadOnlyList<Sample> samples)
    {
        if (samples.Count == 1) return samples[0];
        Truth first = samples[0].Truth;
        Truth truth = new(first.Task, first.Classes, Join(samples, s => s.Truth.Labels), Join(samples, s => s.Truth.Targets),
            Join(samples, s => s.Truth.Weights), null);
        return new Sample(truth, samples[0].Output is ClassOutput
            ? new ClassOutput(Join(samples, s => ((ClassOutput)s.Output!).Codes), Join(samples, s => ((ClassOutput)s.Output!).Scores))
            : new NumberOutput(Join(samples, s => ((NumberOutput)s.Output!).Values)!, new IntervalEnds(
                Join(samples, s => ((NumberOutput)s.Output!).Ends!.Lower)!, Join(samples, s => ((NumberOutput)s.Output!).Ends!.Upper)!)));
    }

    private static T[]? Join<T>(IReadOnlyList<Sample> samples, Func<Sample, T[]?> part) =>
        part(samples[0]) is null ? null : [.. samples.SelectMany(sample => part(sample)!)];
}
