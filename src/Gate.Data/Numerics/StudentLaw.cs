namespace Gate.Data.Numerics;

/// <summary>Student's t distribution (Student, Biometrika 6, 1908).</summary>
public static class StudentLaw
{
    /// <summary>The t beyond which, on both sides together, lies a share of the distribution.</summary>
    /// <param name="share">Above 0 and below 1.</param>
    /// <param name="degrees">Degrees of freedom, positive.</param>
    public static double OfTails(double share, double degrees)
    {
        // Both tails beyond t are I_x(ν/2, 1/2) with x = ν / (ν + t²) (Abramowitz and Stegun 26.5.27), which rises with x.
        (double low, double high) = (0, 1);
        for (double middle = 0.5; middle > low && middle < high; middle = low + (high - low) / 2)
        {
            if (GammaFunctions.BetaRegularized(degrees / 2, 0.5, middle) < share) low = middle;
            else high = middle;
        }
        return Math.Sqrt(degrees * (1 - high) / high);
    }
}
