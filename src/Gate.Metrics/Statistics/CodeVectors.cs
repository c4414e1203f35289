using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gate.Metrics.Statistics;

/// <summary>Passes over codes of rows, with vectors: keys of several columns at once, and codes in a byte each.</summary>
internal static class CodeVectors
{
    /// <summary>Appends a digit to keys: key × radix + the smaller of digit (unsigned) and <paramref name="most"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddDigit(Span<int> keys, ReadOnlySpan<int> digits, int radix, int most)
    {
        Span<Vector<int>> key = MemoryMarshal.Cast<int, Vector<int>>(keys);
        ReadOnlySpan<Vector<uint>> digit = MemoryMarshal.Cast<int, Vector<uint>>(digits);
        Vector<int> factor = new(radix);
        Vector<uint> limit = new((uint)most);
        for (int v = 0; v < key.Length; v++) key[v] = key[v] * factor + Vector.AsVectorInt32(Vector.Min(digit[v], limit));
        for (int i = key.Length * Vector<int>.Count; i < keys.Length; i++) keys[i] = keys[i] * radix + (int)Math.Min((uint)digits[i], (uint)most);
    }

    /// <summary>Appends a digit to keys. False where a digit is not from 0 to <paramref name="radix"/> - 1; the keys are then of no use.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryAddDigit(Span<int> keys, ReadOnlySpan<int> digits, int radix)
    {
        Span<Vector<int>> key = MemoryMarshal.Cast<int, Vector<int>>(keys);
        ReadOnlySpan<Vector<int>> digit = MemoryMarshal.Cast<int, Vector<int>>(digits);
        Vector<int> factor = new(radix);
        Vector<uint> largest = Vector<uint>.Zero;
        for (int v = 0; v < key.Length; v++)
        {
            largest = Vector.Max(largest, Vector.AsVectorUInt32(digit[v]));
            key[v] = key[v] * factor + digit[v];
        }
        bool valid = Vector.LessThanAll(largest, new Vector<uint>((uint)radix));
        for (int i = key.Length * Vector<int>.Count; i < keys.Length; i++)
        {
            valid &= (uint)digits[i] < (uint)radix;
            keys[i] = keys[i] * radix + digits[i];
        }
        return valid;
    }

    /// <summary>Bytes as integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Widen(ReadOnlySpan<byte> from, Span<int> to)
    {
        int i = 0;
        for (; i + 32 <= from.Length; i += 32)
        {
            (Vector256<ushort> low, Vector256<ushort> high) = Vector256.Widen(Vector256.Create(from.Slice(i, 32)));
            (Vector256<uint> first, Vector256<uint> second) = Vector256.Widen(low);
            (Vector256<uint> third, Vector256<uint> fourth) = Vector256.Widen(high);
            first.AsInt32().CopyTo(to.Slice(i, 8));
            second.AsInt32().CopyTo(to.Slice(i + 8, 8));
            third.AsInt32().CopyTo(to.Slice(i + 16, 8));
            fourth.AsInt32().CopyTo(to.Slice(i + 24, 8));
        }
        for (; i < from.Length; i++) to[i] = from[i];
    }

    /// <summary>Integers from 0 to 255 as bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Narrow(ReadOnlySpan<int> from, Span<byte> to)
    {
        int i = 0;
        for (; i + 32 <= from.Length; i += 32)
        {
            Vector256<ushort> low = Vector256.Narrow(Eight(from, i), Eight(from, i + 8)), high = Vector256.Narrow(Eight(from, i + 16), Eight(from, i + 24));
            Vector256.Narrow(low, high).CopyTo(to.Slice(i, 32));
        }
        for (; i < from.Length; i++) to[i] = (byte)from[i];
    }

    private static Vector256<uint> Eight(ReadOnlySpan<int> from, int at) => Vector256.Create(from.Slice(at, 8)).AsUInt32();
}
