namespace Gate.Metrics.Intervals;

/// <summary>The limits of the difference of two paired rates, candidate minus baseline: T. Tango's score interval (Stat. Med. 17, 1998, p.
/// 891). For trials on which each model hits alone often enough; see <see cref="PairedDifferenceLimits"/>.</summary>
internal sealed class TangoLimits(PairedHits hits) : Limits
{
    public const string Name = "tango";
    private const int Halvings = 50;

    public override double Value => hits.Candidate - hits.Baseline;

    public override string MethodAt(double critical) => Name;

    protected override (double Low, double High)? Compute(double critical) => (Search(-1, critical), Search(1, -critical));

    /// <summary>The score falls as the difference grows; its root at the critical value lies between the estimate and an end.</summary>
    private double Search(double end, double critical)
    {
        double inside = Value, outside = end;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (inside + outside) / 2;
            (inside, outside) = Math.Abs(Score(middle)) <= Math.Abs(critical) ? (middle, outside) : (inside, middle);
        }
        return inside;
    }

    /// <summary>The score of a difference δ: with the discordant shares as likely as they can be under it.</summary>
    private double Score(double delta)
    {
        double n = hits.Trials, b = hits.CandidateOnly, c = hits.BaselineOnly;
        double linear = -b - c + (2 * n - b + c) * delta, constant = -c * delta * (1 - delta);
        double share = (Math.Sqrt(Math.Max(0, linear * linear - 8 * n * constant)) - linear) / (4 * n);
        double variance = n * (2 * share + delta * (1 - delta)), distance = b - c - n * delta;
        return distance == 0 ? 0 : variance <= 0 ? double.PositiveInfinity : distance / Math.Sqrt(variance);
    }
}
