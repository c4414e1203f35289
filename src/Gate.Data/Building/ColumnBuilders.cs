using System.Globalization;
using Gate.Data.DuckDb;

namespace Gate.Data.Building;

/// <summary>Chooses how a column of a given DuckDB type is stored.</summary>
internal static class ColumnBuilders
{
    private const double MicrosecondsPerSecond = 1e6;

    // 0001-01-01 and 9999-12-31, the dates that ISO 8601 spells with four digits; DuckDB's infinities lie beyond.
    private static readonly int FirstDay = DateOnly.MinValue.DayNumber - new DateOnly(1970, 1, 1).DayNumber;
    private static readonly int LastDay = DateOnly.MaxValue.DayNumber - new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>The SQL that brings the column into a type that a builder reads.</summary>
    internal static string Expression(DuckDbColumn column) => column.Type is DuckDbType.Uuid or DuckDbType.BigNum or DuckDbType.TimeTz
        ? $"CAST({Sql.Name(column.Name)} AS VARCHAR) AS {Sql.Name(column.Name)}"
        : Sql.Name(column.Name);

    /// <summary>The type that Gate gives the column.</summary>
    /// <exception cref="DataException">The column is nested or binary.</exception>
    internal static ColumnType TypeOf(DuckDbColumn column) => column.Type switch
    {
        DuckDbType.Boolean => ColumnType.Boolean,
        DuckDbType.TinyInt or DuckDbType.SmallInt or DuckDbType.Integer or DuckDbType.BigInt or DuckDbType.HugeInt
            or DuckDbType.UTinyInt or DuckDbType.USmallInt or DuckDbType.UInteger or DuckDbType.UBigInt or DuckDbType.UHugeInt =>
                ColumnType.Integer,
        DuckDbType.Decimal => column.Scale == 0 ? ColumnType.Integer : ColumnType.Real,
        DuckDbType.Float or DuckDbType.Double => ColumnType.Real,
        DuckDbType.Date => ColumnType.Date,
        DuckDbType.Timestamp or DuckDbType.TimestampS or DuckDbType.TimestampMs or DuckDbType.TimestampNs or DuckDbType.TimestampTz
            or DuckDbType.Time or DuckDbType.TimeNs => ColumnType.Timestamp,
        DuckDbType.VarChar or DuckDbType.Enum or DuckDbType.Uuid or DuckDbType.BigNum or DuckDbType.TimeTz or DuckDbType.SqlNull =>
            ColumnType.Text,
        _ => throw new DataException(
            $"column '{column.Name}' holds values of type {column.Type.ToString().ToUpperInvariant()}, which a table cannot hold; select "
                + $"plain columns with data.source: {{sql: …}}"),
    };

    /// <summary>The builder for a column of that type.</summary>
    internal static ColumnBuilder For(DuckDbColumn column) => TypeOf(column) switch
    {
        ColumnType.Boolean => new RealColumnBuilder<byte>(column.Name, ColumnType.Boolean, static x => x != 0 ? 1 : 0),
        ColumnType.Integer => Integers(column),
        ColumnType.Real => Reals(column),
        ColumnType.Date or ColumnType.Timestamp => Times(column),
        _ => Texts(column),
    };

    private static ColumnBuilder Integers(DuckDbColumn column) => column.Storage switch
    {
        DuckDbType.TinyInt => new IntegerColumnBuilder<sbyte>(column.Name),
        DuckDbType.SmallInt => new IntegerColumnBuilder<short>(column.Name),
        DuckDbType.Integer => new IntegerColumnBuilder<int>(column.Name),
        DuckDbType.BigInt => new IntegerColumnBuilder<long>(column.Name),
        DuckDbType.HugeInt => new IntegerColumnBuilder<Int128>(column.Name),
        DuckDbType.UTinyInt => new IntegerColumnBuilder<byte>(column.Name),
        DuckDbType.USmallInt => new IntegerColumnBuilder<ushort>(column.Name),
        DuckDbType.UInteger => new IntegerColumnBuilder<uint>(column.Name),
        DuckDbType.UBigInt => new IntegerColumnBuilder<ulong>(column.Name),
        _ => new IntegerColumnBuilder<UInt128>(column.Name),
    };

    private static ColumnBuilder Reals(DuckDbColumn column)
    {
        double unit = double.Parse("1E" + column.Scale.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return column.Storage switch
        {
            DuckDbType.Float => new RealColumnBuilder<float>(column.Name, ColumnType.Real, static x => x),
            DuckDbType.Double => new RealColumnBuilder<double>(column.Name, ColumnType.Real, static x => x),
            DuckDbType.SmallInt => new RealColumnBuilder<short>(column.Name, ColumnType.Real, x => x / unit),
            DuckDbType.Integer => new RealColumnBuilder<int>(column.Name, ColumnType.Real, x => x / unit),
            DuckDbType.BigInt => new RealColumnBuilder<long>(column.Name, ColumnType.Real, x => x / unit),
            _ => new RealColumnBuilder<Int128>(column.Name, ColumnType.Real, x => (double)x / unit),
        };
    }

    private static ColumnBuilder Times(DuckDbColumn column)
    {
        string name = column.Name;
        return column.Type switch
        {
            DuckDbType.Date => new RealColumnBuilder<int>(name, ColumnType.Date, x => InRange(name, x, 1)),
            DuckDbType.TimestampS => Timestamps(name, 1),
            DuckDbType.TimestampMs => Timestamps(name, 1e3),
            DuckDbType.TimestampNs or DuckDbType.TimeNs => Timestamps(name, 1e9),
            _ => Timestamps(name, MicrosecondsPerSecond),
        };
    }

    private static RealColumnBuilder<long> Timestamps(string name, double unit) =>
        new(name, ColumnType.Timestamp, x => InRange(name, x / unit, 86_400));

    private static double InRange(string name, double value, long perDay) =>
        value >= FirstDay * (double)perDay && value < (LastDay + 1.0) * perDay
        ? value
        : throw new DataException($"column '{name}' holds an infinite date or one outside the years 1 to "
            + "9999; filter such rows out or correct them");

    private static ColumnBuilder Texts(DuckDbColumn column) => column switch
    {
        { Type: DuckDbType.Enum, Storage: DuckDbType.UTinyInt } => new EnumColumnBuilder<byte>(column.Name, column.Labels),
        { Type: DuckDbType.Enum, Storage: DuckDbType.USmallInt } => new EnumColumnBuilder<ushort>(column.Name, column.Labels),
        { Type: DuckDbType.Enum } => new EnumColumnBuilder<uint>(column.Name, column.Labels),
        { Type: DuckDbType.SqlNull } or { Alias: "JSON" } => new MissingColumnBuilder(column.Name),
        _ => new TextColumnBuilder(column.Name),
    };
}
