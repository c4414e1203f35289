namespace Gate.Data.DuckDb;

/// <summary>duckdb_type of duckdb.h.</summary>
internal enum DuckDbType
{
    Invalid = 0,
    Boolean = 1,
    TinyInt = 2,
    SmallInt = 3,
    Integer = 4,
    BigInt = 5,
    UTinyInt = 6,
    USmallInt = 7,
    UInteger = 8,
    UBigInt = 9,
    Float = 10,
    Double = 11,
    Timestamp = 12,
    Date = 13,
    Time = 14,
    Interval = 15,
    HugeInt = 16,
    VarChar = 17,
    Blob = 18,
    Decimal = 19,
    TimestampS = 20,
    TimestampMs = 21,
    TimestampNs = 22,
    Enum = 23,
    List = 24,
    Struct = 25,
    Map = 26,
    Uuid = 27,
    Union = 28,
    Bit = 29,
    TimeTz = 30,
    TimestampTz = 31,
    UHugeInt = 32,
    Array = 33,
    BigNum = 35,
    SqlNull = 36,
    TimeNs = 39,
    Geometry = 40,
    Variant = 41,
}

/// <summary>A column of a prepared statement.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Storage">The integer type behind a decimal or an enum, else the same as <paramref name="Type"/>.</param>
/// <param name="Alias">The alias of the type, such as JSON; empty for none.</param>
/// <param name="Scale">Digits after the point of a decimal.</param>
/// <param name="Labels">The labels of an enum.</param>
internal sealed record DuckDbColumn(string Name, DuckDbType Type, DuckDbType Storage, string Alias, int Scale, string[] Labels);
