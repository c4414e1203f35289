namespace Gate.Metrics.Intervals;

/// <summary>The limits of a − b for independent a and b.</summary>
internal sealed class DifferenceLimits(Limits a, Limits b) : Limits
{
    public override double Value => a.Value - b.Value;

    public override string Method => a is WilsonLimits && b is WilsonLimits ? Mover.Newcombe : Mover.Method;

    protected override (double Low, double High)? Compute(double critical) =>
        a.At(critical) is (double aLow, double aHigh) && b.At(critical) is (double bLow, double bHigh)
            ? Mover.Difference(new(a.Value, aLow, aHigh), new(b.Value, bLow, bHigh))
            : null;
}

/// <summary>The limits of a / b for independent a and b, of two rates by the score test; none where a limit is negative.</summary>
internal sealed class RatioLimits(Limits a, Limits b) : Limits
{
    public override double Value => a.Value / b.Value;

    public override string Method => a is WilsonLimits && b is WilsonLimits ? ScoreRatio.Method : Mover.Method;

    protected override (double Low, double High)? Compute(double critical)
    {
        if (a is WilsonLimits one && b is WilsonLimits other) return ScoreRatio.Limits(one.Rate, other.Rate, critical);
        if (a.At(critical) is not (>= 0 and double aLow, double aHigh) || b.At(critical) is not (>= 0 and double bLow, double bHigh))
            return null;
        return Mover.Ratio(new(a.Value, aLow, aHigh), new(b.Value, bLow, bHigh));
    }
}

/// <summary>The limits of a weighted sum of independent terms; weights are not negative.</summary>
internal sealed class SumLimits(IReadOnlyList<Limits> terms, IReadOnlyList<double> weights) : Limits
{
    public override double Value { get; } = terms.Zip(weights, (term, weight) => weight * term.Value).Sum();

    public override string Method => Mover.Method;

    protected override (double Low, double High)? Compute(double critical)
    {
        double down = 0, up = 0;
        for (int t = 0; t < terms.Count; t++)
        {
            if (terms[t].At(critical) is not (double low, double high)) return null;
            down += Square(weights[t] * (terms[t].Value - low));
            up += Square(weights[t] * (high - terms[t].Value));
        }
        return (Value - Math.Sqrt(down), Value + Math.Sqrt(up));
    }

    private static double Square(double x) => x * x;
}

/// <summary>The limits of a monotone function of a number.</summary>
/// <param name="of">The number.</param>
/// <param name="map">The function.</param>
/// <param name="falling">Whether it falls.</param>
internal sealed class MappedLimits(Limits of, Func<double, double> map, bool falling) : Limits
{
    public override double Value { get; } = map(of.Value);

    public override string Method => of.Method;

    public override bool IsExtreme => of.IsExtreme;

    public static MappedLimits Negative(Limits of) => new(of, static x => -x, true);

    public static MappedLimits Inverse(Limits of) => new(of, static x => 1 / x, true);

    protected override (double Low, double High)? Compute(double critical) => of.At(critical) is not (double low, double high) ? null
        : falling ? (map(high), map(low)) : (map(low), map(high));
}

/// <summary>The limits of one of several numbers that was chosen by looking at them: those that hold for all of them together
/// (Bonferroni).</summary>
internal sealed class ChosenLimits(Limits chosen, int among) : Limits
{
    public override double Value => chosen.Value;

    public override string Method => chosen.Method;

    protected override (double Low, double High)? Compute(double critical) =>
        chosen.At(among == 1 ? critical : OfTail(Tail(critical) / among));
}

/// <summary>A number that is what it is by definition, such as the difference of all rows from all rows.</summary>
internal sealed class ExactLimits(double value, string method) : Limits
{
    public override double Value => value;

    public override string Method => method;

    protected override (double Low, double High)? Compute(double critical) => (value, value);
}
