using Gate.Policy.Keys;

namespace Gate.Policy.Language;

/// <summary>The table of keys of the policy language: <c>extends</c>, a policy that another one builds on.</summary>
internal static class ExtendsKeys
{
    private static readonly TextShape Path = new("a path");

    public static Key<string?> File { get; } = Key.Text("file", Path,
        "The policy, relative to the one that names it, and in the same repository; with `git`, from the repository's top.")
        with { Required = true, Examples = ["../organisation.yml"] };

    public static Key<string?> Git { get; } = Key.Text("git", new TextShape("a commit, branch or tag"),
        "The commit of this repository that the file is read from, where that is not the working tree. Nothing is fetched.")
        with { Examples = ["origin/main"] };

    public static Key<string?> Digest { get; } = Key.Digest("digest",
        "The SHA-256 digest that the file must have; needed with `git`, whose names can come to mean another commit.")
        with { Examples = ["sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"] };

    public static MapShape Shape { get; } = new([File, Git, Digest]) { Rules = [KeyRule.Of(KeyRuleKind.Needs, Git, Digest)] };

    /// <summary>One policy, its path or a map, or several.</summary>
    public static Shape All { get; } = EitherShape.Of(Path, Shape, new ListShape(EitherShape.Of(Path, Shape), Min: 1));
}
