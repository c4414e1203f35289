namespace Gate.Metrics.Intervals;

/// <summary>Limits whose upper one reaches at least as far as an outcome that is rarely or never found could go without being seen: draws
/// around what was found hold no more of it.</summary>
/// <param name="of">The limits.</param>
/// <param name="found">The number as it is without anything unseen; at most the estimate.</param>
/// <param name="rare">The share of the rarer outcome, each per cent of which more can raise the number by as much.</param>
/// <param name="trials">The effective number of trials behind that share.</param>
internal sealed class RareLimits(Limits of, double found, double rare, double trials) : Limits
{
    private readonly ShareLimits share = new(rare, trials);

    public override double Value => of.Value;

    public override string? WhyNone => of.WhyNone;

    public override string MethodAt(double critical) => of.MethodAt(critical);

    protected override (double Low, double High)? Compute(double critical) => of.At(critical) is not (double low, double high) ? null
        : critical <= 0 || share.IsAbundant(critical) ? (low, high)
        : (low, Math.Max(high, found + share.At(critical)!.Value.High - rare));
}
