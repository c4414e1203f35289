namespace Gate.Data;

/// <summary>What kind of values a column held in its source, before Gate turned them into numbers or codes.</summary>
public enum ColumnType
{
    /// <summary>True or false; stored as 1 and 0.</summary>
    Boolean,

    /// <summary>Whole numbers of any width that fit a double exactly (up to 2^53 in magnitude).</summary>
    Integer,

    /// <summary>Real numbers: floats, doubles and decimals.</summary>
    Real,

    /// <summary>Text and enums; stored as codes into a list of categories.</summary>
    Text,

    /// <summary>Calendar dates; stored as days since 1970-01-01.</summary>
    Date,

    /// <summary>Points in time and times of day; stored as seconds since 1970-01-01T00:00:00Z, or since midnight.</summary>
    Timestamp,
}
