namespace Gate.Bench.Coverage.Populations;

/// <summary>The baseline of a law: another model of its own making, or one that almost always says the same.</summary>
/// <param name="Correlation">How its error of a row goes with the candidate's; 1 for one that says the same of most rows.</param>
/// <param name="Strength">How far apart it holds the classes, as a share of the candidate's distance; of a regression, its error.</param>
/// <param name="Differing">Of one that says the same: the share of rows of which it does not.</param>
internal sealed record Rival(double Correlation, double Strength = 1, double Differing = 0)
{
    /// <summary>How far apart the baseline holds two classes.</summary>
    public double Shift(double shift) => Correlation < 1 ? shift * Strength : shift;

    /// <summary>Where the baseline puts a row on the hidden scale.</summary>
    /// <param name="at">Where the candidate puts it.</param>
    /// <param name="centre">The middle of the row's class.</param>
    /// <param name="shift">The distance of the classes.</param>
    /// <param name="normal">A normal number of the row.</param>
    /// <param name="uniform">A uniform number of the row.</param>
    public double Place(double at, double centre, double shift, double normal, double uniform)
    {
        if (Correlation < 1)
            return centre * Strength + Correlation * (at - centre) + Math.Sqrt(1 - Correlation * Correlation) * normal;
        // Towards the label's side, by a good part of the way between the classes.
        return uniform < Differing ? at + Strength * (centre > 0 ? shift : -shift) : at;
    }
}
