using Gate.Metrics.Groups;
using Gate.Metrics.Resampling;

namespace Gate.Metrics.Rows;

/// <summary>Numbers the patterns of rows by a mixed-radix key over everything that a metric can read of a row.</summary>
internal static class PatternKeys
{
    /// <summary>One key a row, below <paramref name="size"/>; null where rows have features, or where there are so many possible
    /// patterns that merging would not pay: more than rows, or of many rows more than can be drawn faster than blocks.</summary>
    public static int[]? Find(Sample sample, Sample? baseline, Grouping grouping, out int size)
    {
        int[] keys = [.. grouping.Codes];
        long product = grouping.Groups.Count, most = sample.Rows > RowBlocks.ManyRows ? sample.Rows / RowBootstrap.RowsPerBinomial
            : sample.Rows;
        bool few = sample.Features is null && Times(sample.Labels, sample.Classes.Count) && Times(sample.Predictions, sample.Classes.Count)
            && Times(baseline?.Predictions, sample.Classes.Count)
            && TimesDistinct(sample.Weights) && TimesDistinct(sample.Scores) && TimesDistinct(baseline?.Scores)
            && TimesDistinct(sample.Targets) && TimesDistinct(sample.Estimates) && TimesDistinct(baseline?.Estimates)
            && TimesDistinct(sample.Lower) && TimesDistinct(baseline?.Lower) && TimesDistinct(sample.Upper)
            && TimesDistinct(baseline?.Upper);
        size = (int)product;
        return few ? keys : null;

        bool Times(int[]? codes, int count)
        {
            if (codes is null) return true;
            if ((product *= count) > most) return false;
            for (int i = 0; i < keys.Length; i++) keys[i] = keys[i] * count + codes[i];
            return true;
        }

        bool TimesDistinct(double[]? values)
        {
            if (values is null) return true;
            // Several scores a row (one a class) hardly ever repeat together.
            if (values.Length != sample.Rows) return false;
            int[]? codes = Distinct(values, (int)(most / product), out int count);
            return codes is not null && Times(codes, count);
        }
    }

    /// <summary>Codes of distinct values; null as soon as there are more than <paramref name="most"/>.</summary>
    private static int[]? Distinct(double[] values, int most, out int count)
    {
        var seen = new Dictionary<double, int>();
        var codes = new int[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            if (!seen.TryGetValue(values[i], out codes[i]))
            {
                if (seen.Count >= most)
                {
                    count = 0;
                    return null;
                }
                seen.Add(values[i], codes[i] = seen.Count);
            }
        }
        count = seen.Count;
        return codes;
    }
}
