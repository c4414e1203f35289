using System.Numerics;
using Gate.Data.DuckDb;

namespace Gate.Data.Building;

/// <summary>Gathers the codes of an enum; the categories keep the order in which the enum declares them.</summary>
internal sealed class EnumColumnBuilder<T>(string name, string[] labels) : ColumnBuilder where T : unmanaged, IBinaryInteger<T>
{
    private readonly Blocks<int> codes = new();

    internal override void Append(ColumnVector vector)
    {
        ReadOnlySpan<T> values = vector.Values<T>();
        Span<int> slots = codes.Next(vector.Count);
        for (int i = 0; i < slots.Length; i++) slots[i] = vector.IsValid(i) ? int.CreateTruncating(values[i]) : -1;
    }

    internal override Column Finish() => new CategoryColumn(name, codes.ToArray(), labels);
}
