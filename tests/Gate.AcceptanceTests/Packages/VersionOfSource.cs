using System.Text.Json;
using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Packages;

/// <summary>Which version a build takes where there is no history to read it from.</summary>
public sealed class VersionOfSource
{
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";

    [Fact]
    public void An_archive_is_source_of_its_commit_and_git_is_not_asked() =>
        Assert.Equal(("0.0.0-source", "true", Commit), Evaluate(Commit, history: false));

    [Fact]
    public void A_copy_that_is_no_archive_is_source_of_no_known_commit() =>
        Assert.Equal(("0.0.0-source", "true", ""), Evaluate("$Format:%H$", history: false));

    [Fact]
    public void Where_there_is_a_history_it_is_asked() => Assert.Equal(("0.0.0-source", "", ""), Evaluate("$Format:%H$", history: true));

    // Only evaluates the repository's own settings, in a folder of their own: nothing is restored or built.
    private static (string Version, string Skip, string Commit) Evaluate(string archived, bool history)
    {
        using var work = new Workspace();
        work.With("Directory.Build.props", File.ReadAllText(Path.Combine(Repository.Root, "Directory.Build.props")))
            .With("eng/archived-commit.txt", archived + "\n")
            .With("any.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        if (history) Directory.CreateDirectory(work[".git"]);
        string json = PackageFeed.DotNet(work.Root, "msbuild", "any.csproj", "-getProperty:Version,MinVerSkip,SourceRevisionId");
        JsonElement properties = JsonDocument.Parse(json).RootElement.GetProperty("Properties");
        string Value(string name) => properties.GetProperty(name).GetString()!;
        return (Value("Version"), Value("MinVerSkip"), Value("SourceRevisionId"));
    }
}
