using Gate.Tests.House;

namespace Gate.Tests.Reference;

/// <summary>Finds the reference data: the copy in the repository, or the large rest that lies beside the checkout; tests that need
/// this skip, with the reason, where it is absent.</summary>
internal static class ReferenceFiles
{
    private static readonly string[] folders = ["golden", "data"];

    /// <summary>Data that an example ships already.</summary>
    private static readonly Dictionary<string, string> examples = new()
    {
        ["data/breast_cancer.csv"] = "examples/breast-cancer/breast_cancer.csv",
        ["data/diabetes_raw.csv"] = "examples/diabetes/diabetes.csv",
        ["data/hmda.csv"] = "examples/mortgage/hmda.csv",
    };

    /// <summary>The folder <c>shared</c> beside the checkout, or null.</summary>
    public static string? Beside { get; } = FindUpwards();

    /// <summary>The copies in the repository: what they are a copy of, and where they lie.</summary>
    public static IReadOnlyDictionary<string, string> Copies { get; } = FindCopies();

    /// <summary>The path of a file below <c>golden/</c> or <c>data/</c>; skips the running test where there is none.</summary>
    public static string Path(string relative)
    {
        if (Copies.TryGetValue(relative, out string? copy)) return copy;
        Skip.If(Beside is null, $"{relative} is not in the repository and there is no shared/golden beside the checkout");
        return System.IO.Path.Combine(Beside!, relative);
    }

    private static Dictionary<string, string> FindCopies()
    {
        string root = Checkout.Path("tests/Gate.Tests/Reference");
        return folders
            .SelectMany(folder => Directory.GetFiles(System.IO.Path.Combine(root, folder))
                .Select(file => KeyValuePair.Create($"{folder}/{System.IO.Path.GetFileName(file)}", file)))
            .Concat(examples.Select(example => KeyValuePair.Create(example.Key, Checkout.Path(example.Value))))
            .ToDictionary(StringComparer.Ordinal);
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
