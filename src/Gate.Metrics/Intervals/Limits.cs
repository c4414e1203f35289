using Gate.Data.Numerics;

namespace Gate.Metrics.Intervals;

/// <summary>
/// A number with a lower and an upper confidence limit at any critical value: a standard normal quantile k, so that each limit fails with
/// probability Φ(−k). What does not depend on k is computed once; callers vary the confidence at will.
/// </summary>
internal abstract class Limits
{
    private double last = double.NaN;
    private (double Low, double High)? found;

    /// <summary>The estimate.</summary>
    public abstract double Value { get; }

    /// <summary>How the limits at a critical value are made: it can depend on how far into the tail is asked.</summary>
    public abstract string MethodAt(double critical);

    /// <summary>Whether the number is the largest or smallest of several, so that its estimate leans outwards and the limits at a critical
    /// value of 0 do not coincide.</summary>
    public virtual bool IsExtreme => false;

    /// <summary>Why there are no limits, where that can be said.</summary>
    public virtual string? WhyNone => null;

    /// <summary>The limits, which enclose the estimate; null where there are none.</summary>
    public (double Low, double High)? At(double critical)
    {
        if (critical == last) return found;
        last = critical;
        return found = Compute(critical) is (double low, double high) ? Enclosing(low, high) : null;
    }

    /// <summary>The two-sided interval; null where it does not exist or has no finite ends.</summary>
    public Interval? Interval(double confidence)
    {
        double critical = Critical(confidence);
        return At(critical) is (double low, double high) && double.IsFinite(low) && double.IsFinite(high)
            ? new Interval(low + 0.0, high + 0.0, confidence, MethodAt(critical)) // never -0
            : null;
    }

    /// <summary>The critical value of a two-sided interval.</summary>
    public static double Critical(double confidence) => OfTail((1 - confidence) / 2);

    /// <summary>The critical value that a standard normal number exceeds with this probability.</summary>
    public static double OfTail(double tail) => NormalLaw.OfTail(tail);

    /// <summary>The probability that a standard normal number exceeds a critical value.</summary>
    public static double Tail(double critical) => NormalLaw.Tail(critical);

    protected abstract (double Low, double High)? Compute(double critical);

    private (double, double)? Enclosing(double low, double high) =>
        double.IsNaN(low) || double.IsNaN(high) || double.IsNaN(Value) ? null : (Math.Min(low, Value), Math.Max(high, Value));
}
