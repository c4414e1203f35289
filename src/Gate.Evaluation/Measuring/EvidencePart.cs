using Gate.Evaluation.Deciding;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Measuring;

/// <summary>What a part of a condition bounds.</summary>
internal enum PartKind
{
    /// <summary>The value itself.</summary>
    Value,

    /// <summary>How much worse than the baseline it is.</summary>
    Regression,

    /// <summary>The same as a share of the baseline.</summary>
    RelativeRegression,
}

/// <summary>One number of a condition with its bounds.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Measured">The number at the condition's confidence.</param>
/// <param name="Min">Its least acceptable value, or null.</param>
/// <param name="Max">Its largest acceptable value, or null.</param>
/// <param name="At">The number with its interval at another confidence.</param>
internal sealed record EvidencePart(PartKind Kind, Measurement Measured, double? Min, double? Max, Func<double, Measurement> At)
{
    /// <summary>The parts of a condition: its value with both bounds, and each regression that it bounds.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="value">The value at a confidence.</param>
    /// <param name="regression">By how much it is worse than the baseline's, on a scale and at a confidence.</param>
    public static IReadOnlyList<EvidencePart> Of(ConditionSpec condition, Func<double, Measurement> value,
        Func<RegressionScale, double, Measurement> regression) =>
        [new(PartKind.Value, value(condition.Confidence), condition.Min, condition.Max, value), .. Regressions(condition, regression)];

    /// <summary>Each regression that a condition bounds.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="regression">By how much it is worse than the baseline's, on a scale and at a confidence.</param>
    public static IEnumerable<EvidencePart> Regressions(ConditionSpec condition, Func<RegressionScale, double, Measurement> regression)
    {
        EvidencePart Part(PartKind kind, double most, RegressionScale scale)
        {
            Measurement At(double confidence) => regression(scale, confidence);
            return new(kind, At(condition.Confidence), null, most, At);
        }
        if (condition.MaxRegression is { } most) yield return Part(PartKind.Regression, most, RegressionScale.Absolute);
        if (condition.MaxRelativeRegression is { } share) yield return Part(PartKind.RelativeRegression, share, RegressionScale.Relative);
    }

    /// <summary>Whether anything is bounded.</summary>
    public bool IsBounded => Min is not null || Max is not null;

    public Outcome Outcome(Basis basis) => Decision.Judge(Measured, Min, Max, basis);
}
