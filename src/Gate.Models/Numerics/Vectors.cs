using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gate.Models.Numerics;

/// <summary>
/// Sums of products in one fixed order: sixteen running sums, then a fixed tree. The width is fixed and multiplication and addition
/// stay apart, because kernels that follow the machine's vector width or fuse them give other last bits on other machines.
/// </summary>
internal static class Vectors
{
    private const int Step = 16;

    /// <summary>The inner product of two vectors of equal length.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        if (a.Length != b.Length) throw new ArgumentException("vectors differ in length", nameof(b));
        Vector256<double> s0 = default, s1 = default, s2 = default, s3 = default;
        int i = 0;
        for (; i + Step <= a.Length; i += Step)
        {
            s0 += Load(a, i) * Load(b, i);
            s1 += Load(a, i + 4) * Load(b, i + 4);
            s2 += Load(a, i + 8) * Load(b, i + 8);
            s3 += Load(a, i + 12) * Load(b, i + 12);
        }
        Vector256<double> sum = (s0 + s1) + (s2 + s3);
        double total = (sum.GetElement(0) + sum.GetElement(1)) + (sum.GetElement(2) + sum.GetElement(3));
        for (; i < a.Length; i++) total += a[i] * b[i];
        return total;
    }

    /// <summary>Adds <paramref name="factor"/> times <paramref name="x"/> to <paramref name="y"/>.</summary>
    public static void AddScaled(double factor, ReadOnlySpan<double> x, Span<double> y)
    {
        if (x.Length != y.Length) throw new ArgumentException("vectors differ in length", nameof(y));
        Vector256<double> f = Vector256.Create(factor);
        int i = 0;
        for (; i + 4 <= x.Length; i += 4)
            (Load(y, i) + f * Load(x, i)).StoreUnsafe(ref MemoryMarshal.GetReference(y), (nuint)i);
        for (; i < x.Length; i++) y[i] += factor * x[i];
    }

    /// <summary>The largest magnitude among the entries; 0 for none.</summary>
    public static double MaxMagnitude(ReadOnlySpan<double> a)
    {
        double max = 0;
        foreach (double x in a) max = Math.Max(max, Math.Abs(x));
        return max;
    }

    private static Vector256<double> Load(ReadOnlySpan<double> a, int i) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(a), (nuint)i);
}
