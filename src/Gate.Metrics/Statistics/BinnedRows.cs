namespace Gate.Metrics.Statistics;

/// <summary>Rows of one bin that are drawn together, as one row with their weight and the means of their keys and terms: the same sums of a
/// bin from fewer numbers.</summary>
internal static class BinnedRows
{
    /// <summary>Merges the rows of each scope.</summary>
    /// <param name="metric">A metric with bins.</param>
    /// <param name="rows">Its rows, keys ascending.</param>
    public static ClassRows Of(OrderedMetric metric, ClassRows rows)
    {
        RowSequence all = rows.Sequence;
        var merged = new Merged(rows.Terms.Length);
        var place = new Dictionary<int, int>();
        var start = new int[all.Start.Length];
        for (int s = 0; s + 1 < start.Length; s++)
        {
            int? bin = null;
            for (int i = all.Start[s]; i < all.Start[s + 1]; i++)
            {
                if (all.Weight[i] == 0) continue;
                int? next = metric.BinOf(all.Keys[i]);
                if (next != bin || i == all.Start[s]) place.Clear();
                bin = next;
                if (!place.TryGetValue(all.Drawn[i], out int at)) place.Add(all.Drawn[i], at = merged.New(all.Drawn[i], all.Keys[i]));
                merged.Add(at, all.Weight[i], all.Keys[i], rows.Terms, i);
            }
            start[s + 1] = merged.Count;
        }
        return merged.Rows(rows, start);
    }

    private sealed class Merged(int terms)
    {
        private readonly List<int> drawn = [];
        private readonly List<(double Weight, double Key, double Least, double Most)> sums = [];
        private readonly List<double> termSums = [];

        public int Count => drawn.Count;

        public int New(int unit, double key)
        {
            drawn.Add(unit);
            sums.Add((0, 0, key, key));
            for (int t = 0; t < terms; t++) termSums.Add(0);
            return drawn.Count - 1;
        }

        public void Add(int at, double weight, double key, double[][] columns, int row)
        {
            (double sum, double keys, double least, _) = sums[at];
            sums[at] = (sum + weight, keys + weight * key, least, key);
            for (int t = 0; t < terms; t++) termSums[at * terms + t] += weight * columns[t][row];
        }

        public ClassRows Rows(ClassRows of, int[] start)
        {
            double[] weights = [.. sums.Select(sum => sum.Weight)];
            // Rounding must not carry a mean out of its bin.
            double[] keys = [.. sums.Select(sum => Math.Clamp(sum.Key / sum.Weight, sum.Least, sum.Most))];
            var columns = new double[terms][];
            for (int t = 0; t < terms; t++) columns[t] = [.. weights.Select((weight, i) => termSums[i * terms + t] / weight)];
            var ends = new bool[weights.Length];
            ends.AsSpan().Fill(true);
            return of with { Sequence = new RowSequence(start, [], [.. drawn], weights, keys, ends), Terms = columns };
        }
    }
}
