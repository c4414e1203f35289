namespace Gate.Metrics.Intervals;

/// <summary>
/// The limits of a number that noise can only raise: the size of several gaps, each with noise of its own. Where all gaps are 0 it still is
/// above 0, and resampling adds the noise once more. So the number is drawn as it would be found if the gaps were λ times those that were
/// found. The lower limit is at the smallest λ under which a number as large as the one found is not too rare (0 where noise alone explains
/// it), the upper at the largest under which one as small is not.
/// </summary>
/// <param name="at">The number itself for a λ; at 1 the one found.</param>
/// <param name="draw">Draws the number as it would be found for a λ.</param>
/// <param name="shareOfTail">The pattern of the gaps is read off the same rows, so that it has noise of its own: at what share of the tail
/// the limits fail as often as the whole tail says.</param>
internal sealed class RaisedLimits(Func<double, double> at, Func<double, double[]> draw, double shareOfTail = 1) : Limits
{
    public const string Method = "test_inversion";

    // Fewer draws than this in a tail are too few to tell how likely it is; the normal law then goes on from their mean and spread.
    private const double Resolvable = 5;

    private const int Halvings = 10;
    private const double Most = 1024;

    private readonly Dictionary<double, (double[] Numbers, double Mean, double Spread)> drawn = [];

    public override double Value { get; } = at(1);

    public override string MethodAt(double critical) => Method;

    protected override (double Low, double High)? Compute(double critical)
    {
        // Without a gap there is no λ that leads to one.
        if (!(Value > 0)) return (0, double.PositiveInfinity);
        double low = Explains(0) ? 0 : at(Edge(1, 0, Explains)), most = 2;
        while (most < Most && Allows(most)) most *= 2;
        return (low, at(Edge(most / 2, most, Allows)));

        bool Explains(double share) => IsLikely(share, 1, critical);

        bool Allows(double share) => IsLikely(share, -1, critical);
    }

    /// <summary>Whether a number at least as far on a side as the one found has more than the probability of the tail.</summary>
    private bool IsLikely(double share, int side, double critical)
    {
        (double[] numbers, double mean, double spread) = Draws(share);
        double tail = shareOfTail * Tail(critical), expected = tail * numbers.Length;
        if (expected < Resolvable) return side * (Value - mean) <= OfTail(tail) * spread;
        int beyond = 0;
        foreach (double number in numbers)
            if (side * number >= side * Value * (1 - side * 1e-12)) beyond++;
        return beyond > expected;
    }

    private (double[] Numbers, double Mean, double Spread) Draws(double share)
    {
        if (drawn.TryGetValue(share, out var found)) return found;
        double[] numbers = draw(share);
        double mean = numbers.Average();
        return drawn[share] = (numbers, mean, Math.Sqrt(numbers.Sum(number => (number - mean) * (number - mean)) / numbers.Length));
    }

    /// <summary>The share farthest from <paramref name="inside"/> towards <paramref name="outside"/> of which something still
    /// holds.</summary>
    private static double Edge(double inside, double outside, Func<double, bool> holds)
    {
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (inside + outside) / 2;
            if (holds(middle)) inside = middle;
            else outside = middle;
        }
        return inside;
    }
}
