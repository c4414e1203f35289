using Gate.Metrics.Intervals;

namespace Gate.Metrics.Comparing;

/// <summary>
/// The limits of the largest of several contrasts (intersection bounds). The largest truth is not above the largest upper limit, unless the
/// upper limit of that one contrast fails: each is taken as it stands. The largest lower limit fails when any fails, so lower limits are
/// taken at a level shared among the contrasts that could be the largest (Bonferroni, right under any dependence). Which could be is read
/// off the data, as V. Chernozhukov, S. Lee and A. Rosen do (Econometrica 81, 2013, p. 667): those whose upper limit reaches the largest
/// lower limit when all hold together. A largest contrast that stands apart has nominal limits; equal groups have those of their range.
/// </summary>
/// <param name="contrasts">The contrasts.</param>
/// <param name="least">What the largest is at least, by its definition.</param>
internal sealed class LargestContrast(IReadOnlyList<IContrasts> contrasts, double least) : Limits
{
    // Which contrasts could be the largest is asked at this tail at most, however low the confidence of the limits: a bold choice would
    // undo what it corrects.
    private const double EligibleTail = 0.025;

    // From below each step rejects more, so that stopping early errs on the safe side; the second step is seldom far from the last.
    private const int Steps = 6;

    private readonly int count = contrasts.Sum(own => own.Count);

    public override double Value { get; } = contrasts.Max(own => own.Value);

    public override string MethodAt(double critical)
    {
        string method = contrasts[0].MethodAt(critical);
        return contrasts.All(own => own.MethodAt(critical) == method) ? method : Mover.Method;
    }

    public override bool IsExtreme => true;

    public override string? WhyNone => contrasts.Select(own => own.WhyNone).FirstOrDefault(reason => reason is not null);

    protected override (double Low, double High)? Compute(double critical)
    {
        if (Largest(critical) is not (_, double high)) return null;
        double tail = Tail(critical), together = OfTail(Math.Min(tail, EligibleTail) / count);
        if (Largest(together) is not (double threshold, _)) return null;
        double[] eligible = [.. contrasts.Select(own => (double)own.CountReaching(threshold, together))];
        double low = LowestNotRejected(critical, tail, eligible);
        return double.IsNaN(low) ? null : (Math.Max(least, low), Math.Max(least, high));
    }

    private double LowestNotRejected(double critical, double tail, double[] eligible)
    {
        double low = double.NegativeInfinity, share = Math.Max(1, eligible.Sum());
        for (int step = 0; step < Steps; step++)
        {
            if (Largest(OfTail(tail / share)) is not (double next, _)) return double.NaN;
            if (!(next > low)) return low;
            low = next;
            if (!(low > least)) return low;
            double reached = Math.Max(1, contrasts.Zip(eligible, (own, most) => Math.Min(most, own.ShareOfRisk(low, critical))).Sum());
            if (!(reached < share)) return low;
            share = reached;
        }
        return low;
    }

    private (double Low, double High)? Largest(double critical)
    {
        double low = double.NegativeInfinity, high = double.NegativeInfinity;
        foreach (IContrasts own in contrasts)
        {
            if (own.Largest(critical) is not (double ownLow, double ownHigh)) return null;
            low = Math.Max(low, ownLow);
            high = Math.Max(high, ownHigh);
        }
        return (low, high);
    }
}
