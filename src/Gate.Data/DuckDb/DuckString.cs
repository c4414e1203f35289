using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gate.Data.DuckDb;

/// <summary>duckdb_string_t: up to twelve bytes lie inline, longer texts behind a pointer after their first four bytes.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal readonly unsafe struct DuckString
{
    internal const int InlineBytes = 12;

    [FieldOffset(0)] private readonly ulong head;
    [FieldOffset(8)] private readonly ulong tail;
    [FieldOffset(0)] internal readonly int Length;
    [FieldOffset(4)] private readonly byte inline;
    [FieldOffset(8)] private readonly byte* pointer;

    private DuckString(ulong head, ulong tail) => (this.head, this.tail) = (head, tail);

    internal bool IsInline => Length <= InlineBytes;

    /// <summary>The bytes of <paramref name="text"/>; passed by reference because inline bytes lie in the value itself.</summary>
    internal static ReadOnlySpan<byte> Bytes(ref readonly DuckString text) => text.IsInline
        ? MemoryMarshal.CreateReadOnlySpan(in text.inline, text.Length)
        : new ReadOnlySpan<byte>(text.pointer, text.Length);

    /// <summary>Copies a text of at most twelve bytes; reads twelve in any case, of which the needless are not looked at.</summary>
    internal static DuckString Inline(byte* text, int length) =>
        new((uint)length | (ulong)Unsafe.ReadUnaligned<uint>(text) << 32, Unsafe.ReadUnaligned<ulong>(text + sizeof(uint)));

    /// <summary>Refers to a longer text, which must stay where it is.</summary>
    internal static DuckString Pointing(byte* text, int length) =>
        new((uint)length | (ulong)Unsafe.ReadUnaligned<uint>(text) << 32, (ulong)text);
}
