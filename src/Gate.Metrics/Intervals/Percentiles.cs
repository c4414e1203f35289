namespace Gate.Metrics.Intervals;

/// <summary>Percentile intervals from bootstrap replicates.</summary>
internal static class Percentiles
{
    /// <summary>The largest share of replicates that may be undefined; beyond it there is no interval.</summary>
    public const double MostUndefined = 0.05;

    /// <summary>The interval from replicates; undefined replicates (NaN) are left out up to <see cref="MostUndefined"/>. It always contains the estimate.</summary>
    public static Interval? Of(ReadOnlySpan<double> replicates, double estimate, double confidence, string method)
    {
        var defined = new double[replicates.Length];
        int count = 0;
        foreach (double value in replicates)
            if (!double.IsNaN(value)) defined[count++] = value;
        if (count == 0 || replicates.Length - count > MostUndefined * replicates.Length) return null;
        double tail = (1 - confidence) / 2;
        double low = Quantile(defined.AsSpan(0, count), tail), high = Quantile(defined.AsSpan(0, count), 1 - tail);
        return new Interval(Math.Min(low, estimate), Math.Max(high, estimate), confidence, method);
    }

    /// <summary>A quantile, linear between order statistics (Hyndman and Fan's type 7). Reorders the values.</summary>
    public static double Quantile(Span<double> values, double probability)
    {
        double at = probability * (values.Length - 1);
        int below = (int)at;
        double low = Select(values, below);
        if (at == below || below + 1 >= values.Length) return low;
        double high = double.PositiveInfinity;
        foreach (double value in values[(below + 1)..]) high = Math.Min(high, value);
        return low == high ? low : low + (at - below) * (high - low);
    }

    /// <summary>Hoare's quickselect: the k-th smallest, with smaller values before and larger ones after it.</summary>
    private static double Select(Span<double> values, int k)
    {
        int left = 0, right = values.Length - 1;
        while (left < right)
        {
            double pivot = values[left + (right - left) / 2];
            int i = left, j = right;
            while (i <= j)
            {
                while (values[i] < pivot) i++;
                while (values[j] > pivot) j--;
                if (i > j) break;
                (values[i], values[j]) = (values[j], values[i]);
                i++;
                j--;
            }
            if (k <= j) right = j;
            else if (k >= i) left = i;
            else break;
        }
        return values[k];
    }
}
