using System.Globalization;

namespace Gate.Data;

/// <summary>A column of numbers (also booleans, dates and timestamps, see <see cref="ColumnType"/>).</summary>
/// <param name="name">The column's name.</param>
/// <param name="values">One value a row; NaN where the value is missing. A NaN in the source itself is a value, not a missing one.</param>
/// <param name="type">What kind of values the source held.</param>
/// <param name="missing">One flag a row, true where missing; null when nothing is missing.</param>
public sealed class NumericColumn(string name, double[] values, ColumnType type = ColumnType.Real, bool[]? missing = null)
    : Column(name, type, missing)
{
    /// <summary>One value a row; NaN where the value is missing.</summary>
    public double[] Values { get; } = values;

    /// <inheritdoc/>
    public override int Count => Values.Length;

    /// <inheritdoc/>
    public override string? TextAt(int row) => IsMissing(row) ? null : Text(Values[row]);

    /// <inheritdoc/>
    public override Column Rename(string name) => new NumericColumn(name, Values, Type, Missing);

    /// <inheritdoc/>
    public override Column Take(ReadOnlySpan<int> rows)
    {
        var taken = new double[rows.Length];
        for (int i = 0; i < rows.Length; i++) taken[i] = Values[rows[i]];
        return new NumericColumn(Name, taken, Type, TakeMissing(rows));
    }

    /// <inheritdoc/>
    public override CategoryColumn ToCategories()
    {
        var present = new HashSet<double>();
        for (int i = 0; i < Values.Length; i++)
            if (!IsMissing(i)) present.Add(Values[i]);
        double[] distinct = [.. present];
        Array.Sort(distinct);
        var code = new Dictionary<double, int>(distinct.Length);
        for (int i = 0; i < distinct.Length; i++) code[distinct[i]] = i;
        var codes = new int[Values.Length];
        for (int i = 0; i < codes.Length; i++) codes[i] = IsMissing(i) ? -1 : code[Values[i]];
        return new CategoryColumn(Name, codes, Array.ConvertAll(distinct, Text), Type, Missing);
    }

    /// <summary>The text of one value as Gate writes it: invariant, shortest round-trip; dates and timestamps as ISO 8601.</summary>
    /// <param name="value">A value of this column.</param>
    public string Text(double value) => Type switch
    {
        ColumnType.Boolean => value != 0 ? "true" : "false",
        ColumnType.Date => DateOnly.FromDayNumber((int)value + UnixEpochDay).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ColumnType.Timestamp => DateTime.UnixEpoch.AddSeconds(value).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    private static readonly int UnixEpochDay = new DateOnly(1970, 1, 1).DayNumber;
}
