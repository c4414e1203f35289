using Gate.Metrics.Statistics;

namespace Gate.Metrics.Intervals;

/// <summary>The areas under the ROC curves of one frame with their DeLong variances, in any scopes. Each model's scores are sorted once.</summary>
internal sealed class Placements(Sample candidate, Sample? baseline, Grouping grouping)
{
    private readonly bool[] positive = Array.ConvertAll(candidate.Labels!, label => label == Sample.Positive);
    private readonly double[] weights = candidate.Weights ?? [.. Enumerable.Repeat(1.0, candidate.Rows)];
    private readonly Dictionary<Side, int[]> orders = [];

    /// <summary>The areas of one model in each scope.</summary>
    public Areas[] Of(Side side, Scopes scopes) => Of(side, side, scopes);

    /// <summary>The areas of candidate and baseline together.</summary>
    public Areas[] Paired(Scopes scopes) => Of(Side.Candidate, Side.Baseline, scopes);

    /// <summary>Whether both models rank all rows alike, as a recalibrated model ranks them like the original: then their areas are equal on any rows.</summary>
    public bool RankAlike()
    {
        int[] one = Order(Side.Candidate), other = Order(Side.Baseline);
        if (!one.AsSpan().SequenceEqual(other)) return false;
        double[] scores = candidate.Scores!, others = baseline!.Scores!;
        for (int i = 0; i + 1 < one.Length; i++)
            if ((scores[one[i]] == scores[one[i + 1]]) != (others[one[i]] == others[one[i + 1]])) return false;
        return true;
    }

    private int[] Order(Side side)
    {
        if (!orders.TryGetValue(side, out int[]? order)) orders[side] = order = RadixSort.Order((side == Side.Candidate ? candidate : baseline!).Scores!, false);
        return order;
    }

    private Areas[] Of(Side first, Side second, Scopes scopes)
    {
        int[][] rows = RowsOf(scopes);
        (double[] One, double[] Areas) one = Place(first, scopes, rows), other = second == first ? one : Place(second, scopes, rows);
        var areas = new Areas[scopes.Count];
        for (int s = 0; s < areas.Length; s++)
        {
            bool[] own = Pick(positive, rows[s]);
            double[] weight = Pick(weights, rows[s]), a = Pick(one.One, rows[s]), b = second == first ? a : Pick(other.One, rows[s]);
            double area = one.Areas[s], otherArea = other.Areas[s];
            double variance = DeLong.Covariance(a, area, a, area, own, weight);
            areas[s] = new Areas(area, otherArea, variance,
                second == first ? variance : DeLong.Covariance(b, otherArea, b, otherArea, own, weight),
                second == first ? variance : DeLong.Covariance(a, area, b, otherArea, own, weight),
                Effective(own, weight, true), Effective(own, weight, false));
        }
        return areas;
    }

    /// <summary>The placement of each row within its scope, and the area of each scope.</summary>
    private (double[], double[]) Place(Side side, Scopes scopes, int[][] rows)
    {
        double[] scores = (side == Side.Candidate ? candidate : baseline!).Scores!;
        var sorted = Array.ConvertAll(rows, own => new int[own.Length]);
        var next = new int[rows.Length];
        foreach (int row in Order(side))
        {
            int s = scopes.OfGroup[grouping.Codes[row]];
            sorted[s][next[s]++] = row;
        }
        double[] placements = new double[scores.Length], areas = new double[rows.Length];
        for (int s = 0; s < rows.Length; s++)
        {
            var own = new double[sorted[s].Length];
            areas[s] = DeLong.Place(Pick(scores, sorted[s]), Pick(positive, sorted[s]), Pick(weights, sorted[s]), own);
            for (int i = 0; i < own.Length; i++) placements[sorted[s][i]] = own[i];
        }
        return (placements, areas);
    }

    private int[][] RowsOf(Scopes scopes)
    {
        var size = new int[scopes.Count];
        foreach (int g in grouping.Codes) size[scopes.OfGroup[g]]++;
        int[][] rows = Array.ConvertAll(size, count => new int[count]);
        var next = new int[scopes.Count];
        for (int row = 0; row < grouping.Codes.Length; row++)
        {
            int s = scopes.OfGroup[grouping.Codes[row]];
            rows[s][next[s]++] = row;
        }
        return rows;
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
        return Wilson.EffectiveSize(sum, squares);
    }

    private static T[] Pick<T>(T[] values, int[] rows) => Array.ConvertAll(rows, row => values[row]);
}
