namespace Gate.Explain.Trees;

/// <summary>Points and weights with which a sum over a few points is the integral of a polynomial from 0 to 1, without error but that of
/// rounding.</summary>
/// <param name="Points">The points, between 0 and 1; as many as a multiple of four, those added have no weight.</param>
/// <param name="Weights">Their weights.</param>
internal sealed record GaussLegendre(double[] Points, double[] Weights)
{
    private const int Bisections = 60;

    private static readonly GaussLegendre[] byCount = Make();

    /// <summary>The rule that is exact for polynomials of a degree.</summary>
    /// <param name="degree">From 0 to <see cref="LeafPath.MostPlayers"/>.</param>
    public static GaussLegendre For(int degree) => byCount[degree / 2];

    private static GaussLegendre[] Make()
    {
        var rules = new List<GaussLegendre>();
        double[] roots = [];
        for (int n = 1; n <= (LeafPath.MostPlayers / 2) + 1; n++) rules.Add(Rule(roots = Roots(n, roots)));
        return [.. rules];
    }

    /// <summary>The roots of the n-th Legendre polynomial lie one by one between those of the one before; halving finds them to the last
    /// bit on every machine.</summary>
    private static double[] Roots(int n, double[] before)
    {
        double[] ends = [-1, .. before, 1];
        var roots = new double[n];
        for (int i = 0; i < n; i++)
        {
            (double low, double high) = (ends[i], ends[i + 1]);
            bool rises = Legendre(n, high).Value > Legendre(n, low).Value;
            for (int step = 0; step < Bisections; step++)
            {
                double middle = (low + high) / 2;
                if (Legendre(n, middle).Value > 0 == rises) high = middle;
                else low = middle;
            }
            roots[i] = (low + high) / 2;
        }
        return roots;
    }

    private static GaussLegendre Rule(double[] roots)
    {
        int padded = roots.Length + 3 & ~3;
        double[] points = new double[padded], weights = new double[padded];
        Array.Fill(points, 0.5);
        for (int i = 0; i < roots.Length; i++)
        {
            double x = roots[i], slope = Legendre(roots.Length, x).Slope;
            // On [-1, 1] the weight is 2 / ((1 - x²) P'(x)²); on [0, 1] half of it.
            (points[i], weights[i]) = ((1 + x) / 2, 1 / ((1 - x * x) * slope * slope));
        }
        return new(points, weights);
    }

    private static (double Value, double Slope) Legendre(int n, double x)
    {
        double before = 1, value = x;
        for (int k = 2; k <= n; k++) (before, value) = (value, ((2 * k - 1) * x * value - (k - 1) * before) / k);
        return (value, n * (before - x * value) / (1 - x * x));
    }
}
