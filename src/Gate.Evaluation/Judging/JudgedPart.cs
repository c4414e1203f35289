using Gate.Evaluation.Results;
using Gate.Metrics;

namespace Gate.Evaluation.Judging;

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
internal sealed record JudgedPart(PartKind Kind, Measurement Measured, double? Min, double? Max, Func<double, Measurement> At)
{
    /// <summary>The number at its condition's confidence, and the way to others.</summary>
    public static JudgedPart Of(PartKind kind, double confidence, double? min, double? max, Func<double, Measurement> at) =>
        new(kind, at(confidence), min, max, at);

    /// <summary>Whether anything is bounded.</summary>
    public bool IsBounded => Min is not null || Max is not null;

    public Outcome Outcome(Basis basis) => Decision.Judge(Measured, Min, Max, basis);
}
