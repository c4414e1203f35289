using Gate.Policy.Keys;

namespace Gate.Policy.Language;

/// <summary>The table of keys of the policy language: a sensitive column that needs more than its name.</summary>
internal static class SensitiveKeys
{
    public static Key<string?> Column { get; } = Key.Text("column", SharedShapes.Column, "The column.")
        with { Required = true, Examples = ["age"] };

    public static Key<IReadOnlyList<double>?> Bins { get; } = Key.Numbers("bins", new ListShape(new NumberShape(), Min: 1),
        "Edges, ascending, that cut a numeric column into bands: below the first, from each edge (included) to the next (excluded), from "
        + "the last on.") with { Examples = ["[25, 45, 65]"] };

    public static Key<string?> As { get; } = Key.Text("as", new TextShape("a name"), "The name that conditions use for it.")
        with { DefaultText = "the column's name", Examples = ["age_band"] };

    public static MapShape Shape { get; } = new([Column, Bins, As]);
}
