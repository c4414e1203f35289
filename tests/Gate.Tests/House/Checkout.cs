namespace Gate.Tests.House;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    /// <summary>The path of a file or folder of the checkout, its parts divided by <c>/</c>.</summary>
    public static string Path(string relative) => System.IO.Path.Combine([Root, .. relative.Split('/')]);

    private static string Find()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(System.IO.Path.Combine(at.FullName, "Gate.sln"))) at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("no Gate.sln above the tests");
    }
}
