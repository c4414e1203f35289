using Gate.Metrics.Sampling;

namespace Gate.Metrics.Rows;

/// <summary>An area under the ROC curve with its variance.</summary>
/// <param name="Area">The area; NaN without positive or without negative weight.</param>
/// <param name="Variance">DeLong's variance; NaN where a class has not more than one row (effectively).</param>
/// <param name="Positives">The effective number of positive rows.</param>
/// <param name="Negatives">The effective number of negative rows.</param>
internal readonly record struct SortedArea(double Area, double Variance, double Positives, double Negatives);

/// <summary>
/// Areas and their variances (E. DeLong, D. DeLong and D. Clarke-Pearson, Biometrics 44, 1988) in two passes over rows sorted by falling
/// scores, after X. Sun and W. Xu, IEEE Signal Process. Lett. 21 (2014), with row weights: Kish's effective sizes take the place of counts.
/// </summary>
internal static class SortedAreas
{
    public static SortedArea[] Of(SortedRows rows, int threads, CancellationToken cancel)
    {
        var areas = new SortedArea[rows.Scopes];
        Workers.For(areas.Length, threads, static () => 0, (s, _) => areas[s] = Of(rows, s), cancel);
        return areas;
    }

    private static SortedArea Of(SortedRows rows, int scope)
    {
        int from = rows.Start[scope], length = rows.Length(scope);
        ReadOnlySpan<double> keys = rows.Keys.AsSpan(from, length), weights = rows.Weights is null ? [] : rows.Weights.AsSpan(from, length);
        ReadOnlySpan<uint> tags = rows.Tags.AsSpan(from, length);
        Totals totals = Totals.Of(tags, weights);
        if (totals.Positive == 0 || totals.Negative == 0) return new SortedArea(double.NaN, double.NaN, 0, 0);
        double area = Pairs(keys, tags, weights) / (totals.Positive * totals.Negative);
        (double ofPositives, double ofNegatives) = Spread(keys, tags, weights, totals, area);
        double positives = totals.Positive * totals.Positive / totals.PositiveSquare, negatives = totals.Negative * totals.Negative
            / totals.NegativeSquare;
        double variance = positives > 1 && negatives > 1
            ? ofPositives / (totals.Positive * totals.Positive) * (positives / (positives - 1)) + ofNegatives
            / (totals.Negative * totals.Negative) * (negatives / (negatives - 1))
            : double.NaN;
        return new SortedArea(area, variance, positives, negatives);
    }

    /// <summary>The weight of pairs in which the positive row scores higher, ties counting half.</summary>
    private static double Pairs(ReadOnlySpan<double> keys, ReadOnlySpan<uint> tags, ReadOnlySpan<double> weights)
    {
        double above = 0, tied = 0, tiedPositives = 0, pairs = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            double weight = weights.IsEmpty ? 1 : weights[i], positive = weight * (tags[i] & 1);
            tiedPositives += positive;
            tied += weight - positive;
            if (i + 1 < keys.Length && keys[i + 1] == keys[i]) continue;
            pairs += tied * (above + tiedPositives / 2);
            above += tiedPositives;
            tied = tiedPositives = 0;
        }
        return pairs;
    }

    /// <summary>The sums of squared weight × squared distance between a row's placement and the area, of positive and of negative
    /// rows.</summary>
    private static (double OfPositives, double OfNegatives) Spread(ReadOnlySpan<double> keys, ReadOnlySpan<uint> tags,
        ReadOnlySpan<double> weights, Totals totals, double area)
    {
        double above = 0, below = totals.Negative, ofPositives = 0, ofNegatives = 0;
        for (int start = 0, end; start < keys.Length; start = end)
        {
            Totals tied = default;
            for (end = start; end < keys.Length && keys[end] == keys[start]; end++) tied.Add(tags[end], weights.IsEmpty ? 1 : weights[end]);
            below -= tied.Negative;
            double positive = (below + tied.Negative / 2) / totals.Negative - area, negative = (above + tied.Positive / 2) / totals.Positive
                - area;
            ofPositives += tied.PositiveSquare * positive * positive;
            ofNegatives += tied.NegativeSquare * negative * negative;
            above += tied.Positive;
        }
        return (ofPositives, ofNegatives);
    }

    private struct Totals
    {
        public double Positive, Negative, PositiveSquare, NegativeSquare;

        public static Totals Of(ReadOnlySpan<uint> tags, ReadOnlySpan<double> weights)
        {
            Totals sums = default;
            for (int i = 0; i < tags.Length; i++) sums.Add(tags[i], weights.IsEmpty ? 1 : weights[i]);
            return sums;
        }

        public void Add(uint tag, double weight)
        {
            double positive = weight * (tag & 1), negative = weight - positive;
            Positive += positive;
            Negative += negative;
            PositiveSquare += positive * positive;
            NegativeSquare += negative * negative;
        }
    }
}
