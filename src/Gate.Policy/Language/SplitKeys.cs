using Gate.Policy.Keys;

namespace Gate.Policy.Language;

/// <summary>The table of keys of the policy language: <c>data.split</c>.</summary>
internal static class SplitKeys
{
    public static Key<double?> Test { get; } = Key.Number("test", new NumberShape(0, 1, Open: true),
        "The share of rows that are held out for measuring.") with { Examples = ["0.3"] };

    public static Key<long?> Seed { get; } = Key.Whole("seed", SharedShapes.Seed, "The seed of the shuffle.")
        with { DefaultText = "the policy's seed", Examples = ["7"] };

    public static Key<IReadOnlyList<string>> Stratify { get; } = Key.Texts("stratify", SharedShapes.Columns,
        "Columns whose combinations keep their shares in both parts.") with { Nullable = true, Examples = ["[deny, afam]"] };

    public static Key<string?> Column { get; } = Key.Text("column", SharedShapes.Column,
        "A column that says `train` or `test` in each row, instead of a share. It is no feature.") with { Examples = ["split"] };

    public static MapShape Shape { get; } = new([Test, Seed, Stratify, Column])
    {
        Rules = [KeyRule.Of(KeyRuleKind.ExactlyOne, Test, Column), KeyRule.Of(KeyRuleKind.AtMostOne, Column, Seed),
            KeyRule.Of(KeyRuleKind.AtMostOne, Column, Stratify)],
    };
}
