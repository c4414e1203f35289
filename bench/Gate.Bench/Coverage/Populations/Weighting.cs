using Gate.Data.Numerics;

namespace Gate.Bench.Coverage.Populations;

/// <summary>How rows are weighted.</summary>
internal enum Weighting
{
    /// <summary>Each row counts 1.</summary>
    None,

    /// <summary>Log-normal weights, sd 0.5 of the logarithm.</summary>
    Moderate,

    /// <summary>Log-normal weights, sd 1.5.</summary>
    Heavy,

    /// <summary>One row in ten counts 9, and is of another law.</summary>
    Strata,
}

/// <summary>Gives laws weights.</summary>
internal static class Weightings
{
    private const double RareShare = 0.1, RareWeight = 9;

    /// <param name="law">The law.</param>
    /// <param name="other">The law of the rare rows that count much.</param>
    /// <param name="weighting">How.</param>
    public static Population Apply(Population law, Population other, Weighting weighting) => weighting switch
    {
        Weighting.None => law,
        Weighting.Moderate => LogNormal(law, 0.5),
        Weighting.Heavy => LogNormal(law, 1.5),
        _ => Population.Mix((law.With(Constant(law, 1)), 1 - RareShare), (other.With(Constant(other, RareWeight)), RareShare)),
    };

    private static Population LogNormal(Population law, double deviation)
    {
        var points = new SpreadPoints(1);
        // A place with all its labels has one weight, so that what is calibrated stays so.
        int labels = Math.Max(1, law.Candidate.Truth.Classes.Count);
        return law.With([.. law.Probabilities.Select((_, atom) => Portable.Exp(deviation * points.Normal(atom / labels, 0)))]);
    }

    private static double[] Constant(Population law, double weight) => [.. law.Probabilities.Select(_ => weight)];
}
