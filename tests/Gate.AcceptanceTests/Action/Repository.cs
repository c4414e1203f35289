namespace Gate.AcceptanceTests.Action;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root => Running.Repository.Root;

    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>All workflows of the repository, from its root: its own and the examples.</summary>
    public static IReadOnlyList<string> Workflows { get; } =
    [
        .. new[] { ".github/workflows", "examples/workflows" }
            .SelectMany(directory => Directory.GetFiles(File(directory), "*.yml"))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];
}
