using System.IO.Compression;
using System.Xml.Linq;
using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Packages;

/// <summary>What a package holds, and that the tool can be installed from one.</summary>
public sealed class PackedPackages(PackageFeed feed) : IClassFixture<PackageFeed>
{
    [Fact]
    public void A_library_brings_its_page_its_documentation_and_its_licence()
    {
        using ZipArchive package = feed.Open("Gate.Evaluation");
        string[] files = [.. package.Entries.Select(entry => entry.FullName)];
        foreach (string file in (string[])["README.md", "lib/net10.0/Gate.Evaluation.dll", "lib/net10.0/Gate.Evaluation.xml"])
            Assert.Contains(file, files);
        XElement metadata = feed.Metadata("Gate.Evaluation");
        Assert.Equal(("MIT", "README.md"), (Value(metadata, "license"), Value(metadata, "readme")));
        Assert.NotEqual("Package Description", Value(metadata, "description"));
        Assert.Single(Directory.GetFiles(feed.Folder, "Gate.Evaluation.*.snupkg"));
    }

    [Fact]
    public void A_library_asks_for_the_others_at_its_own_version()
    {
        XElement metadata = feed.Metadata("Gate.Evaluation");
        Dictionary<string, string> needed = metadata.Descendants()
            .Where(element => element.Name.LocalName == "dependency")
            .ToDictionary(element => element.Attribute("id")!.Value, element => element.Attribute("version")!.Value);
        foreach (string library in (string[])["Gate.Data", "Gate.Metrics", "Gate.Policy"])
            Assert.Equal(Value(metadata, "version"), needed[library]);
        Assert.DoesNotContain("MinVer", needed.Keys);
    }

    [Fact]
    public void The_tool_installs_from_its_package_and_judges()
    {
        using var work = new Workspace();
        string version = Value(feed.Metadata("Gate.Cli"), "version");
        work.With("nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="packed" value="{feed.Folder}" /></packageSources>
              <config><add key="globalPackagesFolder" value="{work["cache"]}" /></config>
            </configuration>
            """);
        string[] where = ["--tool-path", work["tool"], "--configfile", work["nuget.config"]];
        PackageFeed.DotNet(work.Root, ["tool", "install", "Gate.Cli", "--version", version, .. where]);
        string installed = Path.Combine(work["tool"], OperatingSystem.IsWindows() ? "gate.exe" : "gate");

        // Not the package's number: a commit between the build and this test changes it.
        Assert.Equal(work.Gate("--version").Output, GateProcess.RunProgram(installed, work.Root, "--version").Output);
        string[] withDuckDb = ["--set", "data.where=lvrat < 100", "--output", work["out"]];
        GateOutcome outcome = GateProcess.RunProgram(installed, Repository.Root, ["run", "examples/mortgage/gate.yml", .. withDuckDb]);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("Verdict: fail.", outcome.Output, StringComparison.Ordinal);
    }

    private static string Value(XElement metadata, string name) =>
        metadata.Elements().First(element => element.Name.LocalName == name).Value;
}
