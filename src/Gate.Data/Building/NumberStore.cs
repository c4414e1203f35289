namespace Gate.Data.Building;

/// <summary>Numbers on their way into a <see cref="NumericColumn"/>. A missing row is marked by a NaN that no source can give.</summary>
internal sealed class NumberStore
{
    // NaNs of the source are stored as double.NaN, whose payload is zero.
    internal static readonly double Missing = BitConverter.Int64BitsToDouble(0x7FF8_6D69_7373_6E67);
    private static readonly long MissingBits = BitConverter.DoubleToInt64Bits(Missing);

    private readonly Blocks<double> values = new();

    internal int Count => values.Count;

    internal Span<double> Next(int count) => values.Next(count);

    internal static bool IsMissing(double value) => BitConverter.DoubleToInt64Bits(value) == MissingBits;

    internal static double Value(double value) => double.IsNaN(value) ? double.NaN : value;

    internal double[] ToArray() => values.ToArray();

    internal NumericColumn Finish(string name, ColumnType type) => Finish(name, type, values.ToArray());

    internal static NumericColumn Finish(string name, ColumnType type, double[] values)
    {
        bool[]? missing = null;
        for (int i = 0; i < values.Length; i++)
            if (IsMissing(values[i]))
            {
                (missing ??= new bool[values.Length])[i] = true;
                values[i] = double.NaN;
            }
        return new NumericColumn(name, values, type, missing);
    }
}
