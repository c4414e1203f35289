using System.Text.RegularExpressions;
using Gate.Tests.House;

namespace Gate.Tests.Packages;

/// <summary>The page on Gate as a library shows the sample project, and what it prints.</summary>
[Collection(nameof(PackageReadmes))]
public sealed partial class LibraryPage
{
    [Trait("Writes", "pages")]
    [Fact]
    public void The_page_shows_the_sample_project_and_what_it_prints()
    {
        string page = Path.Combine(Checkout.Root, "docs", "library.md");
        string code = File.ReadAllText(Path.Combine(Checkout.Root, "examples", "library", "Program.cs"));
        string printed = CSharpProgram.CompileAndRun(code), shown = $"```csharp\n{code}```\n\nprints\n\n```text\n{printed}```";
        Assert.DoesNotContain("error CS", printed, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("GATE_UPDATE_DOCS") == "1")
            File.WriteAllText(page, Example().Replace(File.ReadAllText(page), _ => shown, 1));
        Assert.Contains(shown, File.ReadAllText(page), StringComparison.Ordinal);
    }

    [GeneratedRegex("```csharp\n.*?```\n\nprints\n\n```text\n.*?```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
