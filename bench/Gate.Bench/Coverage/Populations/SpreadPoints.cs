using Gate.Data.Numerics;

namespace Gate.Bench.Coverage.Populations;

/// <summary>
/// Points spread evenly over the unit cube: multiples of irrational steps, the powers of a generalised golden ratio (M. Roberts, The
/// unreasonable effectiveness of quasirandom sequences, 2018). Few atoms so stand for a continuous law of several numbers.
/// </summary>
internal sealed class SpreadPoints
{
    private readonly double[] steps;

    public SpreadPoints(int dimensions)
    {
        // The root of x^(d + 1) = x + 1 above 1.
        double root = 1.5;
        for (int step = 0; step < 100; step++) root = Portable.Pow(1 + root, 1.0 / (dimensions + 1));
        steps = [.. Enumerable.Range(1, dimensions).Select(power => Portable.Pow(root, -power))];
    }

    /// <summary>Above 0 and below 1.</summary>
    public double Uniform(int point, int dimension)
    {
        double at = 0.5 + (point + 1) * steps[dimension];
        return Math.Clamp(at - Math.Floor(at), 1e-9, 1 - 1e-9);
    }

    /// <summary>Standard normal.</summary>
    public double Normal(int point, int dimension) => NormalLaw.OfTail(Uniform(point, dimension));
}
