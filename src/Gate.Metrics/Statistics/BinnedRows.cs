using Gate.Metrics.Groups;
using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;
using Gate.Metrics.Scores;

namespace Gate.Metrics.Statistics;

/// <summary>
/// Rows of one bin that are drawn together, as one row with the sum of their weights and the means of their keys and terms: the same sums
/// of a bin from fewer numbers, and without sorting.
/// </summary>
internal static class BinnedRows
{
    /// <summary>Merges the rows of each scope; null where that does not pay, because there are more places than rows.</summary>
    /// <param name="metric">A metric with bins.</param>
    /// <param name="code">The class in turn.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="patterns">Its rows.</param>
    /// <param name="scopes">The scopes.</param>
    public static ClassRows? Of(OrderedMetric metric, int code, Sample sample, RowPatterns patterns, Scopes scopes)
    {
        if (metric.EqualWidthBins is not { } bins || patterns.Blocks is not { } blocks
            || (long)patterns.DrawnLength * bins > patterns.Length) return null;
        var places = new Place[patterns.DrawnLength * bins];
        var termSums = new double[places.Length * metric.Terms];
        var undefined = new string?[scopes.Count];
        Span<double> terms = stackalloc double[metric.Terms];
        for (int p = 0; p < patterns.Length; p++)
        {
            double weight = patterns.Weight[p], key = RowSequence.Key(metric.Order, code, sample, patterns.Row[p]);
            if (weight == 0) continue;
            undefined[scopes.OfGroup[patterns.Group[p]]] ??= metric.Read(sample, patterns.Row[p], code, terms);
            int at = blocks.Block[p] * bins + EqualWidthBins.Of(key, bins);
            places[at].Add(weight, key);
            for (int t = 0; t < terms.Length; t++) termSums[at * terms.Length + t] += weight * terms[t];
        }
        return new ClassRows(code, Sequence(places, bins, patterns, scopes, out int[] placeOf), Columns(metric, placeOf, places, termSums),
            null, undefined);
    }

    /// <summary>The places that hold rows: scope by scope, bin by bin.</summary>
    private static RowSequence Sequence(Place[] places, int bins, RowPatterns patterns, Scopes scopes, out int[] placeOf)
    {
        var next = new int[scopes.Count * bins + 1];
        ForEach(static (next, _, at) => next[at + 1]++);
        for (int i = 0; i + 1 < next.Length; i++) next[i + 1] += next[i];
        int[] start = [.. Enumerable.Range(0, scopes.Count + 1).Select(s => next[s * bins])], of = new int[next[^1]];
        ForEach((next, place, at) => of[next[at]++] = place);
        placeOf = of;
        var ends = new bool[of.Length];
        ends.AsSpan().Fill(true);
        return new RowSequence(start, [], Array.ConvertAll(of, place => place / bins), Array.ConvertAll(of, place => places[place].Weight),
            Array.ConvertAll(of, place => places[place].Mean), ends);

        void ForEach(Action<int[], int, int> work)
        {
            for (int g = 0; g + 1 < patterns.DrawnStart.Length; g++)
                for (int place = patterns.DrawnStart[g] * bins; place < patterns.DrawnStart[g + 1] * bins; place++)
                    if (places[place].Weight > 0) work(next, place, scopes.OfGroup[g] * bins + place % bins);
        }
    }

    private static double[][] Columns(OrderedMetric metric, int[] placeOf, Place[] places, double[] termSums)
    {
        var columns = new double[metric.Terms][];
        for (int t = 0; t < columns.Length; t++)
        {
            int term = t;
            columns[t] = Array.ConvertAll(placeOf, place => termSums[place * columns.Length + term] / places[place].Weight);
        }
        return columns;
    }

    /// <summary>The rows of one bin that are drawn together.</summary>
    private struct Place
    {
        private double keys, least, most;

        public double Weight { get; private set; }

        /// <summary>The mean key; rounding must not carry it out of its bin.</summary>
        public readonly double Mean => Math.Clamp(keys / Weight, least, most);

        public void Add(double weight, double key)
        {
            (least, most) = Weight == 0 ? (key, key) : (Math.Min(least, key), Math.Max(most, key));
            Weight += weight;
            keys += weight * key;
        }
    }
}
