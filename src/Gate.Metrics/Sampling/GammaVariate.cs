using Gate.Data.Numerics;

namespace Gate.Metrics.Sampling;

/// <summary>Gamma random numbers (Marsaglia and Tsang, A simple method for generating gamma variables, ACM TOMS 26, 2000).</summary>
internal static class GammaVariate
{
    /// <summary>Draws one number of shape <paramref name="shape"/> and scale 1.</summary>
    public static double Draw(ref CounterRandom random, double shape)
    {
        if (shape < 1) return Draw(ref random, shape + 1) * Portable.Pow(random.NextOpen(), 1 / shape);
        double d = shape - 1.0 / 3, c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = Normal(ref random), v = 1 + c * x;
            if (v <= 0) continue;
            v = v * v * v;
            if (Portable.Log(random.NextOpen()) < 0.5 * x * x + d - d * v + d * Portable.Log(v)) return d * v;
        }
    }

    /// <summary>A standard normal number by Marsaglia's polar method.</summary>
    private static double Normal(ref CounterRandom random)
    {
        while (true)
        {
            double x = 2 * random.NextDouble() - 1, y = 2 * random.NextDouble() - 1, s = x * x + y * y;
            if (s > 0 && s < 1) return x * Math.Sqrt(-2 * Portable.Log(s) / s);
        }
    }
}
