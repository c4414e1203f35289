using Gate.Evaluation.Deciding;
using Gate.Evaluation.Measuring;
using Gate.Evaluation.Results;
using Gate.Metrics;

namespace Gate.Evaluation.Judging;

/// <summary>From measured regressions to the result's.</summary>
internal static class RegressionFacts
{
    /// <summary>The regressions that a condition bounds; null when it bounds none.</summary>
    public static RegressionFact? Of(Evidence evidence, IReadOnlyList<Outcome> outcomes)
    {
        if (evidence.Regression is null && evidence.RelativeRegression is null) return null;
        (Measurement? absolute, Measurement? relative) = (evidence.Regression, evidence.RelativeRegression);
        return MeasuredFacts.Regression(evidence.Baseline, absolute, relative, IsRelative(evidence, outcomes));
    }

    /// <summary>Whether the relative bound decides: it is the only one, or the graver of two.</summary>
    private static bool IsRelative(Evidence evidence, IReadOnlyList<Outcome> outcomes)
    {
        if (evidence.Regression is null || evidence.RelativeRegression is null) return evidence.Regression is null;
        int Rank(PartKind kind) => Enumerable.Range(0, outcomes.Count).Where(i => evidence.Parts[i].Kind == kind)
            .Max(i => Decision.Rank(outcomes[i]));
        return Rank(PartKind.RelativeRegression) > Rank(PartKind.Regression);
    }
}
