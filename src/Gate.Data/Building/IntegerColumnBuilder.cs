using System.Globalization;
using System.Numerics;
using Gate.Data.DuckDb;
using Gate.Data.Parsing;

namespace Gate.Data.Building;

/// <summary>Gathers whole numbers of any width; when one does not fit a double exactly, the column becomes text, digit by digit.</summary>
internal sealed class IntegerColumnBuilder<T>(string name) : ColumnBuilder where T : unmanaged, IBinaryInteger<T>
{
    private readonly NumberStore numbers = new();
    private Blocks<T>? exact;

    internal override void Append(ColumnVector vector)
    {
        ReadOnlySpan<T> values = vector.Values<T>();
        Span<double> slots = numbers.Next(vector.Count);
        bool big = false;
        for (int i = 0; i < slots.Length; i++)
        {
            bool valid = vector.IsValid(i);
            slots[i] = valid ? double.CreateTruncating(values[i]) : NumberStore.Missing;
            big |= valid && !WrittenNumber.IsExact(values[i]);
        }
        if (big && exact is null) KeepExact(vector.Count);
        if (exact is not null) values.CopyTo(exact.Next(vector.Count));
    }

    internal override Column Finish()
    {
        if (exact is null) return numbers.Finish(name, ColumnType.Integer);
        double[] marks = numbers.ToArray();
        T[] values = exact.ToArray();
        var code = new Dictionary<T, int>();
        var codes = new int[values.Length];
        for (int i = 0; i < codes.Length; i++)
        {
            if (NumberStore.IsMissing(marks[i])) codes[i] = -1;
            else if (!code.TryGetValue(values[i], out codes[i])) code[values[i]] = codes[i] = code.Count;
        }
        return TextColumnBuilder.Sorted(name, codes, [.. code.Keys.Select(value => value.ToString(null, CultureInfo.InvariantCulture))]);
    }

    // Until now every number was small enough for its double to tell it exactly.
    private void KeepExact(int current)
    {
        exact = new Blocks<T>();
        double[] before = numbers.ToArray();
        Span<T> values = exact.Next(before.Length - current);
        for (int i = 0; i < values.Length; i++) values[i] = NumberStore.IsMissing(before[i]) ? T.Zero : T.CreateTruncating(before[i]);
    }
}
