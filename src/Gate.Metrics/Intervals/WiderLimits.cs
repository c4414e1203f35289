namespace Gate.Metrics.Intervals;

/// <summary>The limits of a share that were made by resampling, and where hits or misses are rare those of so many trials as well,
/// whichever is wider: no replicate has a miss where no row has one.</summary>
/// <param name="of">The limits.</param>
/// <param name="share">Those of a share of trials.</param>
internal sealed class WiderLimits(Limits of, ShareLimits share) : Limits
{
    public override double Value => of.Value;

    public override string? WhyNone => of.WhyNone;

    public override string MethodAt(double critical) => of.MethodAt(critical);

    protected override (double Low, double High)? Compute(double critical)
    {
        if (critical <= 0 || share.IsAbundant(critical) || of.At(critical) is not (double low, double high)) return of.At(critical);
        (double least, double most) = share.At(critical)!.Value;
        return (Math.Min(low, least), Math.Max(high, most));
    }
}
