using Gate.Data.Randomness;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Measuring.Attributions;

/// <summary>Measures how alike candidate and baseline order the columns, with the limits of drawing the explained rows again.</summary>
internal static class AgreementEvidence
{
    private const int Draws = 400;

    public static Evidence Measure(ConditionSpec condition, ExplainedModel model, RunContext run)
    {
        (Func<double, Measurement> measured, long rows) = Measured(condition.Metric, model, run);
        return new()
        {
            Name = condition.Metric,
            Unit = condition.Metric,
            Subject = $"{condition.Metric} with the baseline",
            Parts = EvidencePart.Of(condition, measured, (_, _) =>
                new(MetricValue.Missing("it compares with the baseline already; bound it by min"), null)),
            Rows = rows,
        };
    }

    private static (Func<double, Measurement> Measured, long Rows) Measured(string name, ExplainedModel model, RunContext run)
    {
        static (Func<double, Measurement>, long) Missing(string reason) => (_ => new(MetricValue.Missing(reason), null), 0);
        if (model.Reason is { } reason) return Missing(reason);
        if (run.Baseline is null) return Missing("the policy has no baseline to compare with");
        ExplainedModel baseline = ExplainedBaseline.Of(run).Model;
        if (baseline.Reason is { } without) return Missing(without);
        int rows = model.Values!.Rows;
        if (run.Candidate.IsSameAs(run.Baseline))
            return (_ => new(MetricValue.Of(1), null) { IsCertain = true, NoInterval = "both are one model" }, rows);

        string[] columns = [.. model.Values.Features.Union(baseline.Values!.Features)];
        Func<double[], double[], double?> agreement = name == AttributionMetric.Ndcg
            ? (own, theirs) => Agreement.Ndcg(theirs, own) : Agreement.RankCorrelation;
        double[] Sizes(ExplainedModel of, int[]? drawn) => Array.ConvertAll(columns, column =>
            of.ColumnsOf([column]) is [var at] ? of.Found!.MeanAbsolute(at, drawn) : 0);
        if (agreement(Sizes(model, null), Sizes(baseline, null)) is not { } value)
            return Missing("one of the models says the same of all rows, so its columns have no order");
        var draws = new Lazy<double[]>(() => [.. Enumerable.Range(0, Draws).Select(draw =>
        {
            run.Cancel.ThrowIfCancellationRequested();
            var random = new SplitMix64(SplitMix64.Derive(run.Inputs.Policy.Seed, (ulong)draw));
            var drawn = new int[rows];
            for (int i = 0; i < rows; i++) drawn[i] = random.NextInt(rows);
            return agreement(Sizes(model, drawn), Sizes(baseline, drawn)) ?? double.NaN;
        }).Where(double.IsFinite).Order()]);
        return (confidence => new(MetricValue.Of(value), rows < 2 ? null : Interval(draws.Value, value, confidence)), rows);
    }

    /// <summary>Percentiles of the draws, with the estimate inside.</summary>
    private static Interval? Interval(double[] sorted, double value, double confidence)
    {
        if (sorted.Length < Draws / 2) return null;
        int tail = (int)Math.Floor((1 - confidence) / 2 * sorted.Length);
        return new(Math.Min(value, sorted[tail]), Math.Max(value, sorted[^(tail + 1)]), confidence, "row_bootstrap");
    }
}
