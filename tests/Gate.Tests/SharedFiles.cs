namespace Gate.Tests;

/// <summary>Finds the reference data that lies beside the checkout; tests that need it skip, with this reason, where it is
/// absent.</summary>
internal static class SharedFiles
{
    public static string? Root { get; } = FindUpwards();

    /// <summary>The path of a file below <c>shared/</c>; skips the running test where there is none.</summary>
    public static string Path(string relative)
    {
        Skip.If(Root is null, "no shared/golden beside the checkout: the reference data is not here");
        return System.IO.Path.Combine(Root!, relative);
    }

    private static string? FindUpwards()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string candidate = System.IO.Path.Combine(at.FullName, "shared");
            if (Directory.Exists(System.IO.Path.Combine(candidate, "golden"))) return candidate;
        }
        return null;
    }
}
