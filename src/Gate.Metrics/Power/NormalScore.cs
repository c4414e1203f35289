using Gate.Data.Numerics;

namespace Gate.Metrics.Power;

/// <summary>Normal scores of planning.</summary>
internal static class NormalScore
{
    /// <summary>Half the width of an interval in standard errors.</summary>
    public static double OfConfidence(double confidence) => NormalLaw.OfTail(0.5 - (confidence / 2));

    /// <summary>
    /// The distance from the bound, in standard errors, at which the interval excludes the bound with the given probability: its half width
    /// and the quantile of the estimate's own spread (J. Cohen, Statistical Power Analysis, 1988, chapter 2).
    /// </summary>
    public static double OfDecision(double confidence, double probability) => OfConfidence(confidence) + NormalLaw.OfTail(1 - probability);
}
