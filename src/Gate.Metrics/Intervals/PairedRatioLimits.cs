namespace Gate.Metrics.Intervals;

/// <summary>
/// The limits of the relative difference of two paired rates, candidate over baseline less 1: those of the two rates combined with the
/// correlation of their hits. Where the models seldom differ that correlation is near 1 and says too much; the limits of the difference, as
/// a share of the baseline's rate, then count where they are wider.
/// </summary>
internal sealed class PairedRatioLimits(PairedHits hits) : Limits
{
    public override double Value => hits.Candidate / hits.Baseline - 1;

    public override string MethodAt(double critical) => Mover.Method;

    protected override (double Low, double High)? Compute(double critical)
    {
        Mover.Operand baseline = Of(hits.Baseline);
        (double low, double high) = Mover.Ratio(Of(hits.Candidate), baseline, hits.Correlation);
        if (hits.AreAbundant(critical)) return (low - 1, high - 1);
        (double least, double most) = OfDifference(baseline);
        return (Math.Min(low - 1, least), Math.Max(high - 1, most));

        Mover.Operand Of(double rate)
        {
            (double rateLow, double rateHigh) = ShareLimits.At(rate, hits.Trials, critical);
            return new(rate, rateLow, rateHigh);
        }

        (double, double) OfDifference(Mover.Operand rate)
        {
            (double down, double up) = PairedDifferenceLimits.OfDiscordant(hits, critical);
            double difference = hits.Candidate - hits.Baseline;
            // A larger baseline brings the share nearer to 0, a smaller one farther from it.
            (double near, double far) = (Value * rate.Up / rate.Value, Value * rate.Down / rate.Value);
            (double below, double above) = Value > 0 ? (near, far) : (far, near);
            return (Value - Norm((difference - down) / rate.Value, below), Value + Norm((up - difference) / rate.Value, above));
        }
    }

    private static double Norm(double x, double y) => Math.Sqrt(x * x + y * y);
}
