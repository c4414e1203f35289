namespace Gate.Metrics.Intervals;

/// <summary>
/// The method of variance estimates recovery: limits of a difference, a sum or a ratio from the limits of its operands (Zou and Donner,
/// Stat. Med. 27, 2008; for ratios Donner and Zou, Stat. Methods Med. Res. 21, 2012). With Wilson's limits, the difference is Newcombe's
/// hybrid score interval (Stat. Med. 17, 1998, p. 873, method 10).
/// </summary>
internal static class Mover
{
    public const string Method = "mover";

    /// <summary>The name of the difference where both operands have Wilson's limits.</summary>
    public const string Newcombe = "newcombe";

    /// <summary>An estimate with its limits.</summary>
    internal readonly record struct Operand(double Value, double Low, double High)
    {
        public double Down => Value - Low;

        public double Up => High - Value;
    }

    /// <summary>The limits of a − b.</summary>
    public static (double Low, double High) Difference(Operand a, Operand b, double correlation = 0)
    {
        double difference = a.Value - b.Value;
        return (difference - Norm(a.Down, b.Up, correlation), difference + Norm(a.Up, b.Down, correlation));
    }

    /// <summary>
    /// The limits of a / b for operands that are not negative: the r at which the limits of a − r b reach 0, as in Fieller's theorem.
    /// Infinite above where b may be 0.
    /// </summary>
    public static (double Low, double High) Ratio(Operand a, Operand b, double correlation = 0)
    {
        if (a.Value == 0 && b.Value == 0) return (0, double.PositiveInfinity);
        double product = a.Value * b.Value, low = 0, high = double.PositiveInfinity;
        if (a.Value > 0)
        {
            double middle = product - correlation * a.Down * b.Up, reach = a.Low * (2 * a.Value - a.Low);
            low = reach / (middle + Root(middle, reach * b.High * (2 * b.Value - b.High)));
        }
        if (b.Low > 0)
        {
            double middle = product - correlation * a.Up * b.Down, reach = b.Low * (2 * b.Value - b.Low);
            high = (middle + Root(middle, reach * a.High * (2 * a.Value - a.High))) / reach;
        }
        return (low, high);
    }

    private static double Norm(double x, double y, double correlation) => Math.Sqrt(Math.Max(0, x * x + y * y - 2 * correlation * x * y));

    private static double Root(double middle, double product) => Math.Sqrt(Math.Max(0, middle * middle - product));
}
