using Gate.Policy.Keys;

namespace Gate.Policy.Language;

/// <summary>The table of keys of the policy language: <c>data.features</c>.</summary>
internal static class FeatureKeys
{
    public static Key<IReadOnlyList<string>> Include { get; } = Key.Texts("include", SharedShapes.SomeColumns,
        "The feature columns; a sensitive column is a feature only when it is named here.")
        with { Nullable = true, DefaultText = "all columns that have no other part", Examples = ["[age, income]"] };

    public static Key<IReadOnlyList<string>> Exclude { get; } = Key.Texts("exclude", SharedShapes.Columns, "Columns that are no features.")
        with { Nullable = true, Examples = ["[id]"] };

    public static MapShape Shape { get; } = new([Include, Exclude]);
}
