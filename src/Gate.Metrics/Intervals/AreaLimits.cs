using Gate.Data.Numerics;

namespace Gate.Metrics.Intervals;

/// <summary>What is known of the areas of two models on the same rows; of one model, the other is itself.</summary>
/// <param name="Candidate">The candidate's area.</param>
/// <param name="Baseline">The baseline's area.</param>
/// <param name="CandidateVariance">Its DeLong variance.</param>
/// <param name="BaselineVariance">Its DeLong variance.</param>
/// <param name="Covariance">Their DeLong covariance.</param>
/// <param name="Positives">The effective number of positive rows.</param>
/// <param name="Negatives">The effective number of negative rows.</param>
internal readonly record struct Areas(double Candidate, double Baseline, double CandidateVariance, double BaselineVariance,
    double Covariance, double Positives, double Negatives);

/// <summary>
/// The limits of an area under the ROC curve: DeLong's variance on the logit scale, on which they stay within 0 and 1. Where that variance
/// is 0 (no positive row scores below a negative one, or all do) it says nothing; the score interval of R. G. Newcombe, Stat. Med. 25
/// (2006), p. 559, method 5, takes its place: the areas whose own standard error, after Hanley and McNeil, reaches the estimate.
/// </summary>
internal sealed class AreaLimits(double area, double variance, double positives, double negatives) : Limits
{
    public const string ScoreMethod = "hanley_mcneil_score";
    private const int Halvings = 60;

    private bool HasVariance => variance > 1e-15 && area > 0 && area < 1;

    public override double Value => area;

    public override string Method => HasVariance ? DeLong.Method : ScoreMethod;

    protected override (double Low, double High)? Compute(double critical)
    {
        if (!(positives > 1 && negatives > 1)) return null;
        if (!HasVariance) return (Score(critical, 0), Score(critical, 1));
        double logit = Portable.Log(area / (1 - area)), half = critical * Math.Sqrt(variance) / (area * (1 - area));
        return (Expit(logit - half), Expit(logit + half));
    }

    private static double Expit(double x) => 1 / (1 + Portable.Exp(-x));

    /// <summary>The area farthest from the estimate towards an end whose standard error still reaches it.</summary>
    private double Score(double critical, double end)
    {
        double inside = area, outside = end;
        if (Reaches(end)) return end;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (inside + outside) / 2;
            (inside, outside) = Reaches(middle) ? (middle, outside) : (inside, middle);
        }
        return inside;

        bool Reaches(double theta)
        {
            double each = (positives + negatives) / 2 - 1;
            double spread = theta * (1 - theta) * (1 + each * (1 - theta) / (2 - theta) + each * theta / (1 + theta))
                / (positives * negatives);
            return (theta - area) * (theta - area) <= critical * critical * spread;
        }
    }
}

/// <summary>
/// The limits of the difference or the relative difference of two areas on the same rows, by DeLong's covariance. Where the variance is 0
/// though the models differ (both separate the classes) the limits of the two areas are combined as if independent, which errs on the wide
/// side.
/// </summary>
internal sealed class AreaDifferenceLimits(Areas areas, bool relative) : Limits
{
    private double Scale => relative ? areas.Baseline : 1;

    public override double Value => (areas.Candidate - areas.Baseline) / Scale;

    public override string Method => DeLong.Method;

    /// <summary>The variance of the difference, or of the ratio by the delta method.</summary>
    private double Variance
    {
        get
        {
            double slope = relative ? areas.Candidate / areas.Baseline : 1;
            return (areas.CandidateVariance + slope * slope * areas.BaselineVariance - 2 * slope * areas.Covariance) / (Scale * Scale);
        }
    }

    /// <summary>The two-sided p-value of no difference; null where the variance is 0.</summary>
    public static double? PValue(Areas areas)
    {
        double variance = areas.CandidateVariance + areas.BaselineVariance - 2 * areas.Covariance;
        return variance > 1e-15 ? 2 * Tail(Math.Abs(areas.Candidate - areas.Baseline) / Math.Sqrt(variance)) : null;
    }

    protected override (double Low, double High)? Compute(double critical)
    {
        double half = critical * Math.Sqrt(Variance);
        if (double.IsNaN(Variance)) return null;
        if (Variance > 1e-15) return (Value - half, Value + half);
        var candidate = new AreaLimits(areas.Candidate, areas.CandidateVariance, areas.Positives, areas.Negatives);
        var baseline = new AreaLimits(areas.Baseline, areas.BaselineVariance, areas.Positives, areas.Negatives);
        if (!relative) return new DifferenceLimits(candidate, baseline).At(critical);
        return new RatioLimits(candidate, baseline).At(critical) is (double low, double high) ? (low - 1, high - 1) : null;
    }
}
