using System.Runtime.InteropServices;

namespace Gate.Data.DuckDb;

/// <summary>duckdb_string_t: up to twelve bytes lie inline, longer texts behind a pointer after their first four bytes.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal readonly unsafe struct DuckString
{
    internal const int InlineBytes = 12;

    [FieldOffset(0)] internal readonly int Length;
    [FieldOffset(4)] private readonly byte inline;
    [FieldOffset(8)] private readonly byte* pointer;

    internal bool IsInline => Length <= InlineBytes;

    /// <summary>The bytes of <paramref name="text"/>; passed by reference because inline bytes lie in the value itself.</summary>
    internal static ReadOnlySpan<byte> Bytes(ref readonly DuckString text) => text.IsInline
        ? MemoryMarshal.CreateReadOnlySpan(in text.inline, text.Length)
        : new ReadOnlySpan<byte>(text.pointer, text.Length);
}
