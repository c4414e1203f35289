namespace Gate.Metrics.Intervals;

/// <summary>A lower limit from one set of draws and an upper limit from another.</summary>
/// <param name="lower">The limits whose lower one is taken.</param>
/// <param name="upper">The limits of the same number whose upper one is taken.</param>
internal sealed class SplitLimits(Limits lower, Limits upper) : Limits
{
    /// <summary>The percentiles of draws; null where too many of them are undefined, or none differs from the others. Draws of one side
    /// that all are the same leave that side where the estimate is.</summary>
    /// <param name="low">Draws for the lower limit; NaN where undefined.</param>
    /// <param name="high">Draws for the upper limit.</param>
    /// <param name="value">The estimate.</param>
    /// <param name="range">The smallest and largest possible value.</param>
    /// <param name="method">What to call it.</param>
    public static SplitLimits? Of(ReadOnlySpan<double> low, ReadOnlySpan<double> high, double value, (double, double) range, string method)
    {
        if (Replicates.AreFlat(low) && Replicates.AreFlat(high)) return null;
        return Side(low) is { } lower && Side(high) is { } upper ? new SplitLimits(lower, upper) : null;

        Limits? Side(ReadOnlySpan<double> draws) => Replicates.AreFlat(draws) ? new ExactLimits(value, method)
            : ReplicateLimits.Of(draws, value, MeanShape.Unknown, double.PositiveInfinity, range, method, plain: true);
    }

    public override double Value => lower.Value;

    public override string MethodAt(double critical) => lower.MethodAt(critical);

    protected override (double Low, double High)? Compute(double critical) =>
        lower.At(critical) is (double low, _) && upper.At(critical) is (_, double high) ? (low, high) : null;
}
