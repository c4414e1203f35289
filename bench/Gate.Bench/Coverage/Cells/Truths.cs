using Gate.Bench.Coverage.Populations;
using Gate.Bench.Coverage.References;
using Gate.Metrics;

namespace Gate.Bench.Coverage.Cells;

/// <summary>The true answers, from the laws and by the reference formulas.</summary>
internal static class Truths
{
    /// <summary>A share of a baseline's value that is nothing but rounding means nothing.</summary>
    private const double Nothing = 1e-9;

    public static IEnumerable<Question> Of(World world, int groups, int rows, Func<Metric, bool> wanted)
    {
        Sample[] candidates = [.. world.Laws.Select(law => law.Expected(law.Candidate, rows))];
        Sample baseline = world.Laws[0].Expected(world.Laws[0].Baseline, rows);
        foreach (Metric metric in Verification.MetricsOf(world.Laws[0]).Where(wanted))
        {
            double?[] values = [.. candidates.Select(sample => ReferenceMetrics.Of(metric.Name, sample))];
            double? rival = groups == 1 ? ReferenceMetrics.Of(metric.Name, baseline) : null;
            if (!Array.TrueForAll(values, value => value is not null)) continue;
            foreach (Context context in Contexts.Of(groups))
                if (Of(metric, context, [.. values.Select(value => value!.Value)], rival) is double truth)
                    yield return new Question(metric, context, truth);
        }
    }

    private static double? Of(Metric metric, Context context, double[] values, double? rival)
    {
        switch (context)
        {
            case Context.Overall: return values[0];
            case Context.Regression: return Worsening(metric, values[0], rival);
            case Context.RelativeRegression: return Math.Abs(rival ?? 0) < Nothing ? null
                : Worsening(metric, values[0], rival) / Math.Abs(rival!.Value);
            case Context.Difference: return values.Max() - values.Min();
            // Of values that can be negative, and of nothing, there is no ratio.
            case Context.Ratio: return metric.Range.Low < 0 || values.Max() < Nothing ? null : values.Min() / values.Max();
            case Context.GroupMin: return values.Min();
            default: return values.Max();
        }
    }

    private static double? Worsening(Metric metric, double candidate, double? baseline) => metric.Direction switch
    {
        Direction.HigherIsBetter => baseline - candidate,
        Direction.LowerIsBetter => candidate - baseline,
        _ => null,
    };
}
