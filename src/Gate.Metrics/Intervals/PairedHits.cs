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

    /// <summary>Whether there are discordant trials of both kinds enough for limits that rest on a normal law at this critical
    /// value.</summary>
    public bool AreAbundant(double critical) =>
        new ShareLimits(CandidateOnly / Trials, Trials).IsAbundant(critical) && new ShareLimits(BaselineOnly / Trials, Trials)
            .IsAbundant(critical);

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
