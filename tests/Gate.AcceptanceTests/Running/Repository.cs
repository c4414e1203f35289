namespace Gate.AcceptanceTests.Running;

/// <summary>The checkout that the tests were built from, and the reference data beside it.</summary>
public static class Repository
{
    public static string Root { get; } = Upwards(at => File.Exists(Path.Combine(at, "Gate.sln")))
        ?? throw new InvalidOperationException("the tests run from a checkout");

    public static string Example(string name) => Path.Combine(Root, "examples", name);

    /// <summary>A file of the reference data; skips the running test where there is none.</summary>
    public static string Shared(string relative)
    {
        string? root = Upwards(at => Directory.Exists(Path.Combine(at, "shared", "golden")));
        Skip.If(root is null, "no shared/golden beside the checkout: the reference data is not here");
        return Path.Combine(root!, "shared", relative);
    }

    private static string? Upwards(Func<string, bool> found)
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (found(at.FullName)) return at.FullName;
        return null;
    }
}
