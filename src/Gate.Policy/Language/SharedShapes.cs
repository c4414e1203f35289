using Gate.Policy.Keys;
using Gate.Policy.Yaml;

namespace Gate.Policy.Language;

/// <summary>Shapes that several tables of keys share.</summary>
internal static class SharedShapes
{
    public static TextShape Column { get; } = new("a column name")
    {
        Remedy = "give a column whose own name has several lines another one, in its file or with "
            + "'source: { sql: \"SELECT * RENAME (…) FROM 'rows.csv'\" }'",
    };

    public static EitherShape Columns { get; } = EitherShape.OneOrMany(Column);

    public static EitherShape SomeColumns { get; } = EitherShape.OneOrMany(Column, min: 1);

    public static NumberShape Seed { get; } = new(0, PolicyLimits.LargestWhole, Whole: true);

    public static NumberShape Confidence { get; } = new(0.5, 1, Open: true);
}
