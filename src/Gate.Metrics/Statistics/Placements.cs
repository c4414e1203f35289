using Gate.Metrics.Groups;
using Gate.Metrics.Intervals;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Statistics;

/// <summary>The areas under the ROC curves of one frame with their DeLong variances, in any scopes, from rows that are sorted once a
/// model.</summary>
internal sealed class Placements(Sample candidate, Sample? baseline, RankStatistics ranks, int threads, CancellationToken cancel)
{
    /// <summary>The areas of one model in each scope.</summary>
    public Areas[] Of(Side side, Scopes scopes) =>
        Array.ConvertAll(SortedAreas.Of(Sorted(side, scopes), threads, cancel),
            own => new Areas(own.Area, own.Area, own.Variance, own.Variance, own.Variance, own.Positives, own.Negatives,
                candidate.Weights is not null));

    /// <summary>The areas of candidate and baseline together.</summary>
    public Areas[] Paired(Scopes scopes)
    {
        // One model after the other: the sorted rows of both at once would take twice the memory.
        SortedRows sorted = Sorted(Side.Baseline, scopes);
        (double[] other, double[] otherAreas) = Place(sorted);
        sorted = Sorted(Side.Candidate, scopes);
        (double[] own, double[] ownAreas) = Place(sorted);
        var areas = new Areas[scopes.Count];
        for (int s = 0; s < areas.Length; s++)
        {
            (double[] first, double[] second, bool[] positive, double[] weights) = Rows(sorted, s, own, other);
            double area = ownAreas[s], otherArea = otherAreas[s];
            areas[s] = new Areas(area, otherArea,
                DeLong.Covariance(first, area, first, area, positive, weights),
                DeLong.Covariance(second, otherArea, second, otherArea, positive, weights),
                DeLong.Covariance(first, area, second, otherArea, positive, weights),
                Effective(positive, weights, true), Effective(positive, weights, false), candidate.Weights is not null)
            {
                Differing = first.Where((placement, i) => placement != second[i]).Count(),
                LargestDifference = first.Zip(second, (one, two) => Math.Abs(one - two)).DefaultIfEmpty(0).Max(),
            };
        }
        return areas;
    }

    private SortedRows Sorted(Side side, Scopes scopes) => ranks.Sorted(RankBy.Score, 0, side, scopes);

    /// <summary>The placement of each row of the sample within its scope, and the area of each scope.</summary>
    private (double[] Placements, double[] Areas) Place(SortedRows sorted)
    {
        double[] placements = new double[(baseline ?? candidate).Rows], areas = new double[sorted.Scopes];
        for (int s = 0; s < areas.Length; s++)
        {
            int from = sorted.Start[s], length = sorted.Length(s);
            double[] keys = sorted.Keys[from..(from + length)], found = new double[length];
            (bool[] positive, double[] weights) = LabelsAndWeights(sorted, s);
            // Sorted rows fall; placements are found in rising order.
            Array.Reverse(keys);
            Array.Reverse(positive);
            Array.Reverse(weights);
            areas[s] = DeLong.Place(keys, positive, weights, found);
            for (int i = 0; i < length; i++) placements[SortedRows.Row(sorted.Tags[from + length - 1 - i])] = found[i];
        }
        return (placements, areas);
    }

    /// <summary>The placements of one scope's rows by both models, with their labels and weights.</summary>
    private static (double[], double[], bool[], double[]) Rows(SortedRows sorted, int scope, double[] own, double[] other)
    {
        int from = sorted.Start[scope], length = sorted.Length(scope);
        double[] first = new double[length], second = new double[length];
        for (int i = 0; i < length; i++)
        {
            int row = SortedRows.Row(sorted.Tags[from + i]);
            (first[i], second[i]) = (own[row], other[row]);
        }
        (bool[] positive, double[] weights) = LabelsAndWeights(sorted, scope);
        return (first, second, positive, weights);
    }

    private static (bool[] Positive, double[] Weights) LabelsAndWeights(SortedRows sorted, int scope)
    {
        int from = sorted.Start[scope], length = sorted.Length(scope);
        double[] weights = sorted.Weights is null ? [.. Enumerable.Repeat(1.0, length)] : sorted.Weights[from..(from + length)];
        return (Array.ConvertAll(sorted.Tags[from..(from + length)], SortedRows.IsPositive), weights);
    }

    private static double Effective(bool[] positive, double[] weights, bool which)
    {
        double sum = 0, squares = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            if (positive[i] != which) continue;
            sum += weights[i];
            squares += weights[i] * weights[i];
        }
        return EffectiveSize.Of(sum, squares);
    }
}
