using Gate.Evaluation.Results;
using Gate.Metrics;

namespace Gate.Evaluation.Deciding;

/// <summary>What a measurement is decided on.</summary>
internal enum Basis
{
    /// <summary>Its interval; without one (its replicates were too often undefined) nothing can be decided.</summary>
    Interval,

    /// <summary>The estimate alone: the policy says so, or the metric is a plain count.</summary>
    Point,
}

/// <summary>The three-way decision: satisfied when the whole interval satisfies the bound, violated when the whole interval violates it,
/// inconclusive in between.</summary>
internal static class Decision
{
    // An estimate that misses its bound by rounding alone (0.1 + 0.2 against 0.3) is on the bound; bounds are inclusive.
    private const double Rounding = 1e-12;

    /// <summary>Judges one measurement.</summary>
    public static Outcome Judge(Measurement measured, double? min, double? max, Basis basis)
    {
        if (!measured.Value.IsDefined) return Outcome.Undefined;
        if (min is null && max is null) return Outcome.Reported;
        bool isDecidedOnInterval = basis == Basis.Interval && !measured.IsCertain;
        if (isDecidedOnInterval && measured.Interval is null) return Outcome.Inconclusive;
        (double low, double high) = isDecidedOnInterval
            ? (measured.Interval!.Low, measured.Interval.High)
            : (measured.Value.Number, measured.Value.Number);
        return Worst(
            min is { } least ? Side(low >= Below(least), high < Below(least)) : Outcome.Satisfied,
            max is { } most ? Side(high <= Above(most), low > Above(most)) : Outcome.Satisfied);
    }

    /// <summary>The graver of two outcomes.</summary>
    private static Outcome Worst(Outcome a, Outcome b) => Rank(a) >= Rank(b) ? a : b;

    private static Outcome Side(bool satisfied, bool violated) =>
        satisfied ? Outcome.Satisfied : violated ? Outcome.Violated : Outcome.Inconclusive;

    private static double Below(double bound) => bound - (Rounding * Math.Max(1, Math.Abs(bound)));

    private static double Above(double bound) => bound + (Rounding * Math.Max(1, Math.Abs(bound)));

    /// <summary>How grave an outcome is: violated over undefined over inconclusive over satisfied over reported.</summary>
    public static int Rank(Outcome outcome) => outcome switch
    {
        Outcome.Violated => 4,
        Outcome.Undefined => 3,
        Outcome.Inconclusive => 2,
        Outcome.Satisfied => 1,
        _ => 0,
    };
}
