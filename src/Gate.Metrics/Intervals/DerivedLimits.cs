namespace Gate.Metrics.Intervals;

/// <summary>The limits of a − b for independent a and b.</summary>
internal sealed class DifferenceLimits(Limits a, Limits b) : Limits
{
    public override double Value => a.Value - b.Value;

    public override string? WhyNone => a.WhyNone ?? b.WhyNone;

    public override string MethodAt(double critical) => a.MethodAt(critical) == Wilson.Method && b.MethodAt(critical) == Wilson.Method
        ? Mover.Newcombe : Mover.Method;

    protected override (double Low, double High)? Compute(double critical) =>
        a.At(critical) is (double aLow, double aHigh) && b.At(critical) is (double bLow, double bHigh)
            ? Mover.Difference(new(a.Value, aLow, aHigh), new(b.Value, bLow, bHigh))
            : null;
}

/// <summary>The limits of a / b for independent a and b: of two rates with hits and misses enough by the score test; none where a limit
/// is negative.</summary>
internal sealed class RatioLimits(Limits a, Limits b) : Limits
{
    public override double Value => a.Value / b.Value;

    public override string? WhyNone => a.WhyNone ?? b.WhyNone;

    public override string MethodAt(double critical) => AreAbundant(critical) ? ScoreRatio.Method : Mover.Method;

    protected override (double Low, double High)? Compute(double critical)
    {
        if (AreAbundant(critical)) return ScoreRatio.Limits(((ShareLimits)a).Rate, ((ShareLimits)b).Rate, critical);
        if (a.At(critical) is not (>= 0 and double aLow, double aHigh) || b.At(critical) is not (>= 0 and double bLow, double bHigh))
            return null;
        return Mover.Ratio(new(a.Value, aLow, aHigh), new(b.Value, bLow, bHigh));
    }

    private bool AreAbundant(double critical) =>
        a is ShareLimits one && b is ShareLimits other && one.IsAbundant(critical) && other.IsAbundant(critical);
}

/// <summary>The limits of a weighted sum of independent terms; weights are not negative.</summary>
internal sealed class SumLimits(IReadOnlyList<Limits> terms, IReadOnlyList<double> weights) : Limits
{
    public override double Value { get; } = terms.Zip(weights, (term, weight) => weight * term.Value).Sum();

    public override string? WhyNone => terms.Select(term => term.WhyNone).FirstOrDefault(reason => reason is not null);

    public override string MethodAt(double critical) => Mover.Method;

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

    public override string? WhyNone => of.WhyNone;

    public override string MethodAt(double critical) => of.MethodAt(critical);

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

    public override string? WhyNone => chosen.WhyNone;

    public override string MethodAt(double critical) => chosen.MethodAt(Shared(critical));

    protected override (double Low, double High)? Compute(double critical) =>
        chosen.At(Shared(critical));

    private double Shared(double critical) => among == 1 ? critical : OfTail(Tail(critical) / among);
}

/// <summary>A number that is what it is by definition, such as the difference of all rows from all rows.</summary>
internal sealed class ExactLimits(double value, string method) : Limits
{
    public override double Value => value;

    public override string MethodAt(double critical) => method;

    protected override (double Low, double High)? Compute(double critical) => (value, value);
}

/// <summary>The limits of a share of a number; none where that number may be 0.</summary>
/// <param name="share">The share.</param>
/// <param name="whole">What it is a share of.</param>
internal sealed class ShareOfLimits(Limits share, Limits whole) : Limits
{
    public override double Value => share.Value;

    public override string? WhyNone => share.WhyNone ?? "the baseline's own interval contains 0, and nothing is a share of that";

    public override string MethodAt(double critical) => share.MethodAt(critical);

    protected override (double Low, double High)? Compute(double critical) =>
        whole.At(critical) is not (double low, double high) || (low <= 0 && high >= 0) ? null : share.At(critical);
}
