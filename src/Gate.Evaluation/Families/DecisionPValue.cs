using Gate.Data.Numerics;
using Gate.Evaluation.Deciding;
using Gate.Evaluation.Measuring;
using Gate.Evaluation.Results;
using Gate.Metrics;

namespace Gate.Evaluation.Families;

/// <summary>
/// The p-value of a decision: the smallest error rate (1 − confidence) at which the interval lies on one side of the bound. It counts a
/// decision in either direction, right or wrong.
/// </summary>
internal static class DecisionPValue
{
    // The error rates between which the interval is asked; below the least one nobody decides.
    private const double Most = 0.99, Least = 1e-10;

    // The ends of percentile intervals rest on few replicates beyond this; from there on the tail is taken as normal.
    private const double LeastResampled = 0.01;
    private const int Steps = 30;

    /// <summary>The p-value of a condition's decision, or why it has none.</summary>
    public static (double? PValue, string? NotTested) Of(JudgedCondition judged)
    {
        if (judged.Evidence.IsExact) return (null, "a plain count is certain");
        if (judged.Basis == Basis.Point) return (null, "it is decided on the estimate alone");
        EvidencePart[] parts = [.. judged.Evidence.Parts.Where(part => part.IsBounded && part.Measured.Value.IsDefined)];
        if (parts.Length == 0) return (null, "it is undefined");
        if (parts.All(part => part.Measured is { Interval: null, IsCertain: false }))
            return (null, $"it has no interval: {parts.Select(part => part.Measured.NoInterval).FirstOrDefault(reason => reason is not null)
                ?? "too few rows, or rows that all say the same"}");
        (Outcome Direction, double PValue)[] all = [.. parts.Select(Of)];
        // Satisfied is what all parts must be, so the least certain one tells (intersection-union); violated is what any may be
        // (Bonferroni).
        if (all.All(part => part.Direction == Outcome.Satisfied)) return (all.Max(part => part.PValue), null);
        double[] violated = [.. all.Where(part => part.Direction == Outcome.Violated).Select(part => part.PValue)];
        return (violated.Length == 0 ? 1 : Math.Min(1, parts.Length * violated.Min()), null);
    }

    /// <summary>The direction and the p-value of one part.</summary>
    public static (Outcome Direction, double PValue) Of(EvidencePart part)
    {
        Outcome At(double errorRate) => Decision.Judge(part.At(1 - errorRate), part.Min, part.Max, Basis.Interval);
        Outcome direction = At(Most);
        if (direction is not (Outcome.Satisfied or Outcome.Violated)) return (Outcome.Inconclusive, 1);
        bool resampled = part.Measured.Interval is { IsDrawn: true };
        double least = resampled ? LeastResampled : Least;
        if (At(least) == direction) return (direction, resampled ? Beyond(part.At(1 - least), part, direction) : least);
        // The decision is made at the upper end and not at the lower; halved on the scale of logarithms, as p-values are compared.
        double low = Portable.Log(least), high = Portable.Log(Most);
        for (int i = 0; i < Steps; i++)
        {
            double middle = (low + high) / 2;
            if (At(Portable.Exp(middle)) == direction) high = middle;
            else low = middle;
        }
        return (direction, Portable.Exp(high));
    }

    /// <summary>The p-value beyond what the replicates can tell: the distance to the bound in units of the interval's half, on a normal
    /// tail.</summary>
    private static double Beyond(Measurement measured, EvidencePart part, Outcome direction)
    {
        (double estimate, Interval interval) = (measured.Value.Number, measured.Interval!);
        (double below, double above) = (estimate - interval.Low, interval.High - estimate);
        double Tail(double distance, double half) =>
            half <= 0 ? 0 : 2 * NormalLaw.Tail(NormalLaw.OfTail(LeastResampled / 2) * distance / half);
        if (direction == Outcome.Satisfied)
            return Math.Max(part.Min is { } least ? Tail(estimate - least, below) : 0,
                part.Max is { } most ? Tail(most - estimate, above) : 0);
        return part.Min is { } min && interval.High < min ? Tail(min - estimate, above) : Tail(estimate - part.Max!.Value, below);
    }
}
