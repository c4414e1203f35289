using Gate.Policy.Document;
using Gate.Policy.Keys;

namespace Gate.Policy.Language;

/// <summary>The table of keys of the policy language: <c>policy</c>, what holds for the policy itself.</summary>
internal static class ChangeKeys
{
    public static Key<LooseningSpec> Loosening { get; } = Key.Word("loosening", "treatment", LooseningSpec.Warn, Meaning,
        "What a change of this policy does to a run that is judged by it (`gate run --base-policy`), where the change is looser, or may "
        + "be: `gate policy diff` says which are. A change of the candidate is none.") with { Examples = ["forbid"] };

    public static MapShape Shape { get; } = new([Loosening]);

    private static string Meaning(LooseningSpec loosening) => loosening switch
    {
        LooseningSpec.Warn => "the run warns",
        LooseningSpec.Forbid => "the run fails",
        _ => "it is only told",
    };
}
