using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gate.Metrics.Resampling;

/// <summary>Small whole numbers, kept in a byte each and read as floating-point numbers.</summary>
internal static class ByteNumbers
{
    public static void ToSingle(ReadOnlySpan<byte> from, Span<float> to)
    {
        ref byte source = ref MemoryMarshal.GetReference(from);
        ref float target = ref MemoryMarshal.GetReference(to[..from.Length]);
        int i = 0;
        for (; i + 16 <= from.Length; i += 16)
        {
            (Vector128<ushort> low, Vector128<ushort> high) = Vector128.Widen(Vector128.LoadUnsafe(ref source, (nuint)i));
            Store(low, ref target, i);
            Store(high, ref target, i + 8);
        }
        for (; i < from.Length; i++) to[i] = from[i];
    }

    private static void Store(Vector128<ushort> numbers, ref float target, int at)
    {
        (Vector128<uint> first, Vector128<uint> second) = Vector128.Widen(numbers);
        Vector128.ConvertToSingle(first.AsInt32()).StoreUnsafe(ref target, (nuint)at);
        Vector128.ConvertToSingle(second.AsInt32()).StoreUnsafe(ref target, (nuint)at + 4);
    }
}
