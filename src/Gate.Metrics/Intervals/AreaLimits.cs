using Gate.Data.Numerics;

namespace Gate.Metrics.Intervals;

/// <summary>
/// The limits of an area under the ROC curve: DeLong's variance on the logit scale, on which they stay within 0 and 1, with Student's
/// quantiles of the rarer class. That variance is read off the misplaced rows. Where there are few of them (an area near 1, few positive
/// rows, heavy weights) it is too small whenever the area is too large, and the limits count only where they are wider than the score
/// limits of R. G. Newcombe, Stat. Med. 25 (2006), p. 559, method 5: the areas whose own standard error, after Hanley and McNeil, reaches
/// the estimate.
/// </summary>
internal sealed class AreaLimits(double area, double variance, Areas of) : Limits
{
    public const string ScoreMethod = "hanley_mcneil_score";

    /// <summary>The name where the wider of both limits are taken.</summary>
    public const string WiderMethod = "delong_and_score";

    // So many misplaced rows of the rarer class make DeLong's variance good enough; weights cost some more. Simulated with normal scores
    // of equal and of unequal spread.
    private const double Enough = 10, EnoughWeighted = 40;
    private const int Halvings = 60;

    private bool HasVariance => variance > 1e-15 && area > 0 && area < 1;

    private bool IsAbundant => of.Rarer * Math.Min(area, 1 - area) >= (of.IsWeighted ? EnoughWeighted : Enough);

    public override double Value => area;

    public override string MethodAt(double critical) => !HasVariance ? ScoreMethod : IsAbundant ? DeLong.Method : WiderMethod;

    protected override (double Low, double High)? Compute(double critical)
    {
        if (!(of.Positives > 1 && of.Negatives > 1)) return null;
        if (!HasVariance) return (Score(critical, 0), Score(critical, 1));
        double logit = Portable.Log(area / (1 - area)), half = ReplicateLimits.Student(critical, of.Rarer - 1) * Math.Sqrt(variance)
            / (area * (1 - area));
        (double low, double high) = (Expit(logit - half), Expit(logit + half));
        return IsAbundant ? (low, high) : (Math.Min(low, Score(critical, 0)), Math.Max(high, Score(critical, 1)));
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
            double each = (of.Positives + of.Negatives) / 2 - 1;
            double spread = theta * (1 - theta) * (1 + each * (1 - theta) / (2 - theta) + each * theta / (1 + theta))
                / (of.Positives * of.Negatives);
            return (theta - area) * (theta - area) <= critical * critical * spread;
        }
    }
}
