using Gate.Policy.Document;
using Gate.Policy.Keys;

namespace Gate.Policy.Language;

/// <summary>The table of keys of the policy language: <c>policy</c>, what holds for the policy itself.</summary>
internal static class ChangeKeys
{
    public static Key<LooseningSpec> Loosening { get; } = Key.Word("loosening", "treatment", LooseningSpec.Warn, Meaning,
        "What a change of this policy does to a run that is judged by it (`gate run --base-policy`), where the change is looser, or may "
        + "be: `gate policy diff` says which are. A change of the candidate is none.") with { Examples = ["forbid"] };

    public static Key<long?> WaiverDays { get; } = Key.Whole("max_days", new NumberShape(1, 36_500),
        "How many days from the day of a run a waiver may still hold: one that ends later is an error.")
        with { Nullable = true, DefaultText = "any number", Examples = ["90"] };

    public static Key<IReadOnlyList<string>> WaiverOwners { get; } = Key.Texts("owners",
        EitherShape.OneOrMany(new TextShape("a person or team"), min: 1), "Who may answer for a waiver, written as there.")
        with { Nullable = true, DefaultText = "anybody", Examples = ["[\"@risk-team\"]"] };

    public static Key<Section?> Waivers { get; } = Key.Map("waivers", new MapShape([WaiverDays, WaiverOwners]),
        "What waivers have to keep to.") with { Nullable = true, Examples = ["{ max_days: 90 }"] };

    public static MapShape Shape { get; } = new([Loosening, Waivers]);

    private static string Meaning(LooseningSpec loosening) => loosening switch
    {
        LooseningSpec.Warn => "the run warns",
        LooseningSpec.Forbid => "the run fails",
        _ => "it is only told",
    };
}
