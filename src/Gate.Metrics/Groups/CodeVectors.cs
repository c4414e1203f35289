using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gate.Metrics.Groups;

/// <summary>
/// Passes over codes of rows with vectors: keys of several columns at once, and codes in a byte each. These loops have to keep up with the
/// memory that they read, so they are compiled at their best from the first call on.
/// </summary>
internal static class CodeVectors
{
    private const int Lanes = 16;

    /// <summary>The most combinations that <see cref="Present(ReadOnlySpan{int})"/> can tell apart.</summary>
    public const int BitsOfPresent = 32;

    /// <summary>Appends a digit to keys: key × radix + the smaller of digit (unsigned) and <paramref name="most"/>. The first digit
    /// replaces what was there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddDigit(Span<int> keys, ReadOnlySpan<int> digits, int radix, int most, bool first)
    {
        ref int key = ref MemoryMarshal.GetReference(keys), digit = ref MemoryMarshal.GetReference(digits[..keys.Length]);
        Vector512<int> factor = Vector512.Create(first ? 0 : radix);
        Vector512<uint> limit = Vector512.Create((uint)most);
        int i = 0;
        for (; i + Lanes <= keys.Length; i += Lanes)
        {
            Vector512<int> own = Vector512.Min(Vector512.LoadUnsafe(ref digit, (nuint)i).AsUInt32(), limit).AsInt32();
            if (!first) own += Vector512.LoadUnsafe(ref key, (nuint)i) * factor;
            own.StoreUnsafe(ref key, (nuint)i);
        }
        for (; i < keys.Length; i++) keys[i] = (first ? 0 : keys[i] * radix) + (int)Math.Min((uint)digits[i], (uint)most);
    }

    /// <summary>Appends a digit to keys. False where a digit is not from 0 to <paramref name="radix"/> - 1; the keys are then of no
    /// use.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryAddDigit(Span<int> keys, ReadOnlySpan<int> digits, int radix)
    {
        ref int key = ref MemoryMarshal.GetReference(keys), digit = ref MemoryMarshal.GetReference(digits[..keys.Length]);
        Vector512<int> factor = Vector512.Create(radix);
        Vector512<uint> largest = Vector512<uint>.Zero;
        int i = 0;
        for (; i + Lanes <= keys.Length; i += Lanes)
        {
            Vector512<int> own = Vector512.LoadUnsafe(ref digit, (nuint)i);
            largest = Vector512.Max(largest, own.AsUInt32());
            (Vector512.LoadUnsafe(ref key, (nuint)i) * factor + own).StoreUnsafe(ref key, (nuint)i);
        }
        bool valid = Vector512.LessThanAll(largest, Vector512.Create((uint)radix));
        for (; i < keys.Length; i++)
        {
            valid &= (uint)digits[i] < (uint)radix;
            keys[i] = keys[i] * radix + digits[i];
        }
        return valid;
    }

    /// <summary>Keys of two digits, as <see cref="AddDigit"/> twice, in one pass.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TwoDigits(Span<int> keys, ReadOnlySpan<int> digits, int most, ReadOnlySpan<int> lastDigits, int lastRadix)
    {
        ref int key = ref MemoryMarshal.GetReference(keys), digit = ref MemoryMarshal.GetReference(digits[..keys.Length]),
            last = ref MemoryMarshal.GetReference(lastDigits[..keys.Length]);
        Vector512<int> factor = Vector512.Create(lastRadix);
        Vector512<uint> limit = Vector512.Create((uint)most), lastLimit = Vector512.Create((uint)lastRadix - 1);
        int i = 0;
        for (; i + Lanes <= keys.Length; i += Lanes)
        {
            Vector512<int> first = Vector512.Min(Vector512.LoadUnsafe(ref digit, (nuint)i).AsUInt32(), limit).AsInt32();
            Vector512<int> second = Vector512.Min(Vector512.LoadUnsafe(ref last, (nuint)i).AsUInt32(), lastLimit).AsInt32();
            (first * factor + second).StoreUnsafe(ref key, (nuint)i);
        }
        for (; i < keys.Length; i++)
            keys[i] = (int)Math.Min((uint)digits[i], (uint)most) * lastRadix + (int)Math.Min((uint)lastDigits[i], (uint)lastRadix - 1);
    }

    /// <summary>Appends two digits of one radix to keys, as <see cref="TryAddDigit"/> twice, in one pass: label and prediction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryAddDigits(Span<int> keys, ReadOnlySpan<int> digits, ReadOnlySpan<int> lastDigits, int radix)
    {
        ref int key = ref MemoryMarshal.GetReference(keys), digit = ref MemoryMarshal.GetReference(digits[..keys.Length]),
            last = ref MemoryMarshal.GetReference(lastDigits[..keys.Length]);
        Vector512<int> factor = Vector512.Create(radix);
        Vector512<uint> largest = Vector512<uint>.Zero;
        int i = 0;
        for (; i + Lanes <= keys.Length; i += Lanes)
        {
            Vector512<int> first = Vector512.LoadUnsafe(ref digit, (nuint)i), second = Vector512.LoadUnsafe(ref last, (nuint)i);
            largest = Vector512.Max(largest, Vector512.Max(first.AsUInt32(), second.AsUInt32()));
            (((Vector512.LoadUnsafe(ref key, (nuint)i) * factor) + first) * factor + second).StoreUnsafe(ref key, (nuint)i);
        }
        bool valid = Vector512.LessThanAll(largest, Vector512.Create((uint)radix));
        for (; i < keys.Length; i++)
        {
            valid &= (uint)digits[i] < (uint)radix && (uint)lastDigits[i] < (uint)radix;
            keys[i] = (keys[i] * radix + digits[i]) * radix + lastDigits[i];
        }
        return valid;
    }

    /// <summary>Which keys below <see cref="BitsOfPresent"/> occur, one bit each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static uint Present(ReadOnlySpan<int> keys)
    {
        uint present = 0;
        int i = 0;
        if (Avx2.IsSupported)
        {
            ref int key = ref MemoryMarshal.GetReference(keys);
            Vector256<uint> one = Vector256<uint>.One, found = Vector256<uint>.Zero, others = Vector256<uint>.Zero;
            for (; i + 16 <= keys.Length; i += 16)
            {
                found |= Avx2.ShiftLeftLogicalVariable(one, Vector256.LoadUnsafe(ref key, (nuint)i).AsUInt32());
                others |= Avx2.ShiftLeftLogicalVariable(one, Vector256.LoadUnsafe(ref key, (nuint)i + 8).AsUInt32());
            }
            found |= others;
            for (int lane = 0; lane < 8; lane++) present |= found[lane];
        }
        for (; i < keys.Length; i++) present |= 1u << keys[i];
        return present;
    }

    /// <summary>Bytes as integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Widen(ReadOnlySpan<byte> from, Span<int> to)
    {
        ref byte source = ref MemoryMarshal.GetReference(from);
        ref int target = ref MemoryMarshal.GetReference(to[..from.Length]);
        int i = 0;
        for (; i + Lanes <= from.Length; i += Lanes) Wide(ref source, i).StoreUnsafe(ref target, (nuint)i);
        for (; i < from.Length; i++) to[i] = from[i];
    }

    /// <summary>Integers from 0 to 255 as bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Narrow(ReadOnlySpan<int> from, Span<byte> to)
    {
        ref int source = ref MemoryMarshal.GetReference(from);
        ref byte target = ref MemoryMarshal.GetReference(to[..from.Length]);
        int i = 0;
        for (; i + 32 <= from.Length; i += 32)
        {
            Vector256<ushort> low = Vector256.Narrow(Eight(ref source, i), Eight(ref source, i + 8)),
                high = Vector256.Narrow(Eight(ref source, i + 16), Eight(ref source, i + 24));
            Vector256.Narrow(low, high).StoreUnsafe(ref target, (nuint)i);
        }
        for (; i < from.Length; i++) to[i] = (byte)from[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Eight(ref int from, int at) => Vector256.LoadUnsafe(ref from, (nuint)at).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Wide(ref byte from, int at)
    {
        if (Avx512F.IsSupported) return Avx512F.ConvertToVector512Int32(Vector128.LoadUnsafe(ref from, (nuint)at));
        (Vector128<ushort> low, Vector128<ushort> high) = Vector128.Widen(Vector128.LoadUnsafe(ref from, (nuint)at));
        (Vector128<uint> first, Vector128<uint> second) = Vector128.Widen(low);
        (Vector128<uint> third, Vector128<uint> fourth) = Vector128.Widen(high);
        return Vector512.Create(Vector256.Create(first, second), Vector256.Create(third, fourth)).AsInt32();
    }
}
