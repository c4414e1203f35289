using Gate.Metrics.Intervals;
using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;
using Gate.Metrics.Sampling;

namespace Gate.Metrics.Statistics;

/// <summary>Limits of numbers that noise can only raise, from what would be found if there were less, or more, of what raises
/// them.</summary>
internal static class RaisedNumbers
{
    private const ulong PurposeOfGaps = 5, PurposeOfLead = 6;

    // A lead takes a draw of every place; so many still leave ten beyond a limit at 95 %.
    private const int MostLeads = 400;

    // Found by simulation: models that are overconfident, and scores whose area under the ROC curve is 0.5 and 0.8.
    private const double TailOfGaps = 0.5, TailOfLead = 0.2;

    /// <summary>The limits of gaps: outcomes of each bin are drawn as binomial numbers around its expectation and λ times its
    /// gap.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="bins">The bins.</param>
    /// <param name="rows">The effective number of rows.</param>
    /// <param name="options">Seed and number of draws.</param>
    public static Limits OfGaps(GapMetric metric, IReadOnlyList<GapBin> bins, double rows, FrameOptions options)
    {
        double total = bins.Sum(bin => bin.Weight);
        // Of a mean of gaps one bin of all rows says how much is unseen; of the largest the fullest bin.
        GapBin fullest = bins.MaxBy(bin => bin.Weight), seen = metric.IsLargest ? fullest
            : new GapBin(total, 0, bins.Sum(bin => bin.Happened));
        double rate = Math.Clamp(seen.Happened / seen.Weight, 0, 1);
        return new RareLimits(Raised(metric, bins, rows, options), metric.Size(metric.IsLargest ? [fullest] : bins),
            Math.Min(rate, 1 - rate), Math.Max(1, seen.Weight / total * rows));
    }

    private static RaisedLimits Raised(GapMetric metric, IReadOnlyList<GapBin> bins, double rows, FrameOptions options)
    {
        double total = bins.Sum(bin => bin.Weight);
        long[] trials = [.. bins.Select(bin => Math.Max(1, (long)Math.Round(bin.Weight / total * rows)))];
        return new RaisedLimits(share => metric.Size([.. bins.Select(bin => With(bin, Rate(bin, share)))]), Draw, TailOfGaps);

        double[] Draw(double share)
        {
            var drawn = new GapBin[bins.Count];
            return Numbers(options, PurposeOfGaps, (ref CounterRandom random) =>
            {
                for (int b = 0; b < drawn.Length; b++)
                    drawn[b] = With(bins[b], (double)Binomial.Draw(ref random, trials[b], Rate(bins[b], share)) / trials[b]);
                return metric.Size(drawn);
            });
        }

        static double Rate(GapBin bin, double share) =>
            Math.Clamp((bin.Expected + share * (bin.Happened - bin.Expected)) / bin.Weight, 0, 1);

        static GapBin With(GapBin bin, double rate) => bin with { Happened = bin.Weight * rate };
    }

    /// <summary>
    /// The limits of the largest lead of the positives over the negatives. Below it, both are drawn from mixtures of the two distributions
    /// found whose lead is λ times theirs. From above it is bounded by the limit of the lead where it is largest, for noise does not make
    /// that smaller than it is.
    /// </summary>
    /// <param name="rows">The rows by falling score.</param>
    /// <param name="options">Seed and number of draws.</param>
    public static SplitLimits OfLead(RankedRows rows, FrameOptions options)
    {
        Lead lead = Lead.Of(rows);
        double[] ofPositives = Shares(lead.Positives), ofNegatives = Shares(lead.Negatives);
        long positives = (long)Math.Round(lead.EffectivePositives), negatives = (long)Math.Round(lead.EffectiveNegatives);
        var lower = new RaisedLimits(share => share * lead.Largest.Size, share =>
        {
            double[] own = Mixed(ofPositives, ofNegatives, share), other = Mixed(ofNegatives, ofPositives, share);
            return Numbers(options with { Replicates = Math.Min(MostLeads, options.Replicates) }, PurposeOfLead,
                (ref CounterRandom random) => Largest(ref random, own, other));
        }, TailOfLead);
        var upper = new DifferenceLimits(new ShareLimits(lead.Largest.TruePositiveRate, lead.EffectivePositives),
            new ShareLimits(lead.Largest.FalsePositiveRate, lead.EffectiveNegatives));
        return new SplitLimits(lower, upper);

        double Largest(ref CounterRandom random, double[] own, double[] other)
        {
            (long ownLeft, long otherLeft, double ownRest, double otherRest, double largest) = (positives, negatives, 1, 1, 0);
            for (int k = 0; k < own.Length; k++)
            {
                ownLeft -= Binomial.Draw(ref random, ownLeft, Math.Min(1, own[k] / Math.Max(ownRest, own[k])));
                otherLeft -= Binomial.Draw(ref random, otherLeft, Math.Min(1, other[k] / Math.Max(otherRest, other[k])));
                (ownRest, otherRest) = (ownRest - own[k], otherRest - other[k]);
                largest = Math.Max(largest, (double)otherLeft / negatives - (double)ownLeft / positives);
            }
            return largest;
        }
    }

    private delegate double DrawOne(ref CounterRandom random);

    private static double[] Numbers(FrameOptions options, ulong purpose, DrawOne draw)
    {
        var numbers = new double[options.Replicates];
        for (int r = 0; r < numbers.Length; r++)
        {
            var random = new CounterRandom(options.Seed, purpose, (ulong)r);
            numbers[r] = draw(ref random);
        }
        return numbers;
    }

    private static double[] Shares(IReadOnlyList<double> weights)
    {
        double total = weights.Sum();
        return [.. weights.Select(weight => weight / total)];
    }

    private static double[] Mixed(double[] own, double[] other, double share) =>
        [.. own.Zip(other, (one, two) => ((1 + share) * one + (1 - share) * two) / 2)];
}
