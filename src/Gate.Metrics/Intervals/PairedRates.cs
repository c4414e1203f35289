using Gate.Data.Numerics;

namespace Gate.Metrics.Intervals;

/// <summary>The trials of two models on the same rows, as effective counts: sums of weights scaled so that they add up to Kish's effective
/// sample size.</summary>
/// <param name="Both">Both hit.</param>
/// <param name="CandidateOnly">Only the candidate hits.</param>
/// <param name="BaselineOnly">Only the baseline hits.</param>
/// <param name="Neither">Neither hits.</param>
internal readonly record struct PairedHits(double Both, double CandidateOnly, double BaselineOnly, double Neither)
{
    public double Trials => Both + CandidateOnly + BaselineOnly + Neither;

    public double Candidate => (Both + CandidateOnly) / Trials;

    public double Baseline => (Both + BaselineOnly) / Trials;

    /// <summary>The correlation of the two models' hits; 0 where one of them always or never hits.</summary>
    public double Correlation
    {
        get
        {
            double spread = (Both + CandidateOnly) * (BaselineOnly + Neither) * (Both + BaselineOnly) * (CandidateOnly + Neither);
            return spread > 0 ? (Both * Neither - CandidateOnly * BaselineOnly) / Math.Sqrt(spread) : 0;
        }
    }
}

/// <summary>The limits of the difference of two paired rates, candidate minus baseline: T. Tango's score interval (Stat. Med. 17, 1998, p.
/// 891).</summary>
internal sealed class TangoLimits(PairedHits hits) : Limits
{
    public const string Name = "tango";
    private const int Halvings = 50;

    public override double Value => hits.Candidate - hits.Baseline;

    public override string Method => Name;

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

/// <summary>The limits of the relative difference of two paired rates, candidate over baseline less 1: Wilson's limits combined with the
/// correlation of their hits.</summary>
internal sealed class PairedRatioLimits(PairedHits hits) : Limits
{
    public override double Value => hits.Candidate / hits.Baseline - 1;

    public override string Method => Mover.Method;

    protected override (double Low, double High)? Compute(double critical)
    {
        (double low, double high) = Mover.Ratio(Of(hits.Candidate), Of(hits.Baseline), hits.Correlation);
        return (low - 1, high - 1);

        Mover.Operand Of(double rate)
        {
            (double low, double high) = Wilson.At(rate, hits.Trials, critical);
            return new(rate, low, high);
        }
    }
}

/// <summary>McNemar's exact test that two models hit equally often on the same rows (Psychometrika 12, 1947): the rows on which only one
/// hits are tosses of a fair coin.</summary>
internal static class McNemar
{
    public const string Name = "mcnemar_exact";

    /// <summary>The two-sided p-value.</summary>
    /// <param name="candidateOnly">Rows on which only the candidate hits.</param>
    /// <param name="baselineOnly">Rows on which only the baseline hits.</param>
    public static double PValue(long candidateOnly, long baselineOnly)
    {
        long discordant = candidateOnly + baselineOnly, fewer = Math.Min(candidateOnly, baselineOnly);
        if (candidateOnly == baselineOnly) return 1;
        return Math.Min(1, 2 * GammaFunctions.BetaRegularized(discordant - fewer, fewer + 1, 0.5));
    }
}
