using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Gate.Data.DuckDb;

namespace Gate.Data.Building;

/// <summary>
/// Gives equal texts equal codes, in order of first occurrence. Works on DuckDB's sixteen bytes a text, so that a short
/// text is two machine words to hash and compare, and no string is made until the end.
/// </summary>
internal sealed class TextDictionary
{
    // Bytes of the two words that belong to an inline text of that length; the first four bytes hold the length itself.
    private static readonly (ulong Head, ulong Tail)[] InlineMasks = [.. Enumerable.Range(0, DuckString.InlineBytes + 1).Select(Mask)];

    private int[] slots = new int[64];
    private Entry[] entries = new Entry[32];
    private byte[] longTexts = [];
    private int longBytes;

    internal int Count { get; private set; }

    /// <summary>The code of <paramref name="text"/>, a new one when it has not been seen.</summary>
    internal int Code(ref readonly DuckString text)
    {
        ref readonly ulong words = ref Unsafe.As<DuckString, ulong>(ref Unsafe.AsRef(in text));
        return text.IsInline
            ? InlineCode(words & InlineMasks[text.Length].Head, Unsafe.Add(ref Unsafe.AsRef(in words), 1) & InlineMasks[text.Length].Tail)
            : LongCode(words, DuckString.Bytes(in text));
    }

    /// <summary>The bytes of one text.</summary>
    internal ReadOnlySpan<byte> Bytes(int code)
    {
        ref Entry entry = ref entries[code];
        return (int)entry.Head <= DuckString.InlineBytes
            ? MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(in entry.Head, 2)).Slice(sizeof(int), (int)entry.Head)
            : longTexts.AsSpan((int)entry.Tail, (int)entry.Head);
    }

    internal string Text(int code) => Encoding.UTF8.GetString(Bytes(code));

    private int InlineCode(ulong head, ulong tail)
    {
        uint hash = Fold(head * 0x9E3779B97F4A7C15 ^ BitOperations.RotateLeft(tail * 0xC2B2AE3D27D4EB4F, 29));
        for (uint slot = hash & (uint)(slots.Length - 1); ; slot = (slot + 1) & (uint)(slots.Length - 1))
        {
            int code = slots[slot] - 1;
            if (code < 0) return Add(slot, new Entry { Head = head, Tail = tail, Hash = hash });
            if (entries[code].Head == head && entries[code].Tail == tail) return code;
        }
    }

    private int LongCode(ulong head, ReadOnlySpan<byte> bytes)
    {
        uint hash = HashOf(bytes);
        for (uint slot = hash & (uint)(slots.Length - 1); ; slot = (slot + 1) & (uint)(slots.Length - 1))
        {
            int code = slots[slot] - 1;
            if (code < 0) return Add(slot, new Entry { Head = head, Tail = (ulong)Keep(bytes), Hash = hash });
            if (entries[code].Hash == hash && entries[code].Head == head && Bytes(code).SequenceEqual(bytes)) return code;
        }
    }

    private int Add(uint slot, Entry entry)
    {
        if (Count == entries.Length) Array.Resize(ref entries, Count * 2);
        entries[Count] = entry;
        slots[slot] = ++Count;
        if (Count * 2 > slots.Length) Rehash();
        return Count - 1;
    }

    private void Rehash()
    {
        slots = new int[slots.Length * 2];
        for (int code = 0; code < Count; code++)
        {
            uint slot = entries[code].Hash & (uint)(slots.Length - 1);
            while (slots[slot] != 0) slot = (slot + 1) & (uint)(slots.Length - 1);
            slots[slot] = code + 1;
        }
    }

    private int Keep(ReadOnlySpan<byte> bytes)
    {
        int start = longBytes;
        if ((long)longBytes + bytes.Length > Array.MaxLength)
            throw new DataException("a text column holds more than 2 GB of distinct texts; select fewer columns or rows with data.source: "
                + "{sql: …}");
        if (longBytes + bytes.Length > longTexts.Length)
            Array.Resize(ref longTexts, (int)Math.Min(Array.MaxLength, Math.Max(4096L, ((long)longBytes + bytes.Length) * 2)));
        bytes.CopyTo(longTexts.AsSpan(start));
        longBytes += bytes.Length;
        return start;
    }

    private static uint HashOf(ReadOnlySpan<byte> bytes)
    {
        ulong hash = (ulong)bytes.Length;
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (ulong word in words) hash = (BitOperations.RotateLeft(hash, 27) ^ word) * 0x9E3779B97F4A7C15;
        foreach (byte last in bytes[(words.Length * sizeof(ulong))..])
            hash = (BitOperations.RotateLeft(hash, 27) ^ last) * 0xC2B2AE3D27D4EB4F;
        return Fold(hash);
    }

    private static uint Fold(ulong hash) => (uint)((hash ^ hash >> 32) * 0x9E3779B97F4A7C15 >> 32);

    private static (ulong Head, ulong Tail) Mask(int length)
    {
        int head = sizeof(int) + Math.Min(length, sizeof(int)), tail = Math.Max(0, length - sizeof(int));
        return (head == 8 ? ulong.MaxValue : (1UL << head * 8) - 1, tail == 8 ? ulong.MaxValue : (1UL << tail * 8) - 1);
    }

    // Head and Tail are DuckDB's own sixteen bytes; for long texts Tail is the offset into longTexts instead of a pointer.
    [StructLayout(LayoutKind.Sequential)]
    private struct Entry
    {
        internal ulong Head, Tail;
        internal uint Hash;
    }
}
