using Gate.Data.DuckDb;

namespace Gate.Data.Building;

/// <summary>Gathers values of <typeparamref name="T"/> that <paramref name="convert"/> turns into doubles: reals, decimals, booleans,
/// dates, timestamps.</summary>
internal sealed class RealColumnBuilder<T>(string name, ColumnType type, Func<T, double> convert) : ColumnBuilder where T : unmanaged
{
    private readonly NumberStore numbers = new();

    internal override void Append(ColumnVector vector)
    {
        ReadOnlySpan<T> values = vector.Values<T>();
        Span<double> slots = numbers.Next(vector.Count);
        for (int i = 0; i < slots.Length; i++) slots[i] = vector.IsValid(i) ? NumberStore.Value(convert(values[i])) : NumberStore.Missing;
    }

    internal override Column Finish() => numbers.Finish(name, type);
}
