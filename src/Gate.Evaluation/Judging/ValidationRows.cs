using Gate.Evaluation.Candidates;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Families;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Measuring;
using Gate.Evaluation.Measuring.Frames;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Judging;

/// <summary>Judges cross-validated training rows by the policy's conditions, so that a search can look for a model that satisfies
/// them.</summary>
internal static class ValidationRows
{
    /// <inheritdoc cref="ValidationJudge"/>
    public static ValidationJudgement Judge(RunInputs inputs, Dataset rows, Sample said, bool withMetrics, CancellationToken cancel)
    {
        var nobody = new Candidate(null, ModelDigest.None("cross-validated rows"), said,
            new ModelFacts("", "", null, [], [], []));
        var run = new RunContext(inputs, rows, nobody, null, new Silent(), cancel);
        var source = new FrameSource();
        var judge = new ConditionJudge(_ => source, run);
        HashSet<string> words = [.. source.Words.SelectMany(word => word.Aliases.Prepend(word.Name))];
        JudgedCondition[] judged = [.. inputs.Policy.Conditions.Where(condition => words.Contains(condition.Metric)
            && condition.Compare != CompareSpec.Each).Select(condition => judge.Judge(condition with
            {
                MaxRegression = null, MaxRelativeRegression = null,
            }))];
        double[] excesses = [.. judged.Where(one => one.Condition.By.Count > 0 && one.Condition.Level != Level.Inform)
            .Select(Excess).OfType<double>()];
        return new(withMetrics ? MetricFacts.Overall(FrameCache.Of(run), MetricFacts.Of(said), baseline: false) : [],
            [.. judged.Select(Told)], excesses.Length == 0 ? null : excesses.Max());
    }

    private static TrialCondition Told(JudgedCondition judged)
    {
        bool leavesOut = judged.Evidence.Groups.Any(group => group.Excluded is not null);
        // What only asked for a comparison with the baseline asks nothing of these rows.
        bool asks = judged.Condition.Min is not null || judged.Condition.Max is not null;
        return new(judged.Condition.Id, judged.Evidence.Measured.Value.NumberOrNull, judged.Evidence.Measured.Interval.ToFact(),
            Excess(judged) is { } excess ? excess <= 0 : null,
            asks ? Verdicts.Of(judged.Outcomes, judged.Condition, leavesOut).Verdict : Verdict.Inform);
    }

    /// <summary>How far the value lies beyond the bound that it is nearest to breaking; null where it is not defined or has no
    /// bound.</summary>
    private static double? Excess(JudgedCondition judged)
    {
        if (judged.Evidence.Measured.Value.NumberOrNull is not { } value) return null;
        double? above = value - judged.Condition.Max, below = judged.Condition.Min - value;
        return above is null ? below : below is null ? above : Math.Max(above.Value, below.Value);
    }

    private sealed class Silent : IRunProgress
    {
        public void Begin(string stage)
        {
        }

        public void Read(Data.ReadProgress progress)
        {
        }
    }
}
