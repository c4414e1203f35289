using System.Runtime.Intrinsics;

namespace Gate.Metrics.Resampling;

/// <summary>Sums in a fixed order: eight lanes and then their pairs, on every machine, whatever the width of its vectors.</summary>
internal static class Sums
{
    /// <summary>The sum of products.</summary>
    public static double Dot(ReadOnlySpan<float> counts, ReadOnlySpan<double> values)
    {
        Vector256<double> low = Vector256<double>.Zero, high = Vector256<double>.Zero;
        int i = 0;
        for (; i + 8 <= counts.Length; i += 8)
        {
            (Vector256<double> first, Vector256<double> second) = Vector256.Widen(Vector256.Create(counts.Slice(i, 8)));
            low += first * Vector256.Create(values.Slice(i, 4));
            high += second * Vector256.Create(values.Slice(i + 4, 4));
        }
        Vector256<double> lanes = low + high;
        double sum = lanes[0] + lanes[1] + (lanes[2] + lanes[3]);
        for (; i < counts.Length; i++) sum += counts[i] * values[i];
        return sum;
    }
}
