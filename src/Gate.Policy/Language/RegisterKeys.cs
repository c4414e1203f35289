using Gate.Policy.Document;
using Gate.Policy.Keys;

namespace Gate.Policy.Language;

/// <summary>The table of keys of the policy language: <c>register</c>.</summary>
internal static class RegisterKeys
{
    public static Key<string?> Name { get; } = Key.Text("name", new TextShape("the name of a registered model"),
        "The registered model that every judged candidate becomes a version of, with its verdict.")
        with { Required = true, Examples = ["credit"] };

    public static Key<string?> Alias { get; } = Key.Text("alias", new TextShape("an alias"),
        "The alias that a good verdict moves to the new version, if it still names the version that the candidate was judged against.")
        with { DefaultText = "none is moved", Examples = ["champion"] };

    public static Key<RegisterOn> On { get; } = Key.Word("on", "verdict", RegisterOn.Pass, Meaning,
        "What the verdict must be for the alias to be moved.") with { Examples = ["warn"] };

    public static MapShape Shape { get; } = new([Name, Alias, On]);

    private static string Meaning(RegisterOn on) => on == RegisterOn.Pass ? "pass without warnings" : "pass, or warn";
}
