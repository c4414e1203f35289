using Gate.Tests.House;

namespace Gate.Tests.Ci.GitHub;

/// <summary>Octokit takes longer to load than all else of a run: what does not publish must not name it.</summary>
public sealed class LazyClientTests
{
    [Fact]
    public void Only_the_client_of_GitHub_names_Octokit()
    {
        string[] others = [.. Directory.GetFiles(Checkout.Path("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => !file.Contains(Path.Combine("Gate.Ci", "GitHub", "Api"), StringComparison.Ordinal))
            .Where(file => File.ReadLines(file).Any(line => line.StartsWith("using Octokit", StringComparison.Ordinal)))];
        Assert.Empty(others);
    }
}
