using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;
using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Packages;

/// <summary>
/// A folder of packages, packed from what the tests were built with: one library and the tool for this machine. The tool of a release is
/// packed a platform and compiled ahead, which takes minutes and the SDK's packs; <c>eng/pack.sh</c> and <c>eng/check-packages.sh</c> do
/// that in CI.
/// </summary>
public sealed class PackageFeed : IDisposable
{
    // The tests run in bin/CONFIGURATION/FRAMEWORK/.
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public PackageFeed()
    {
        foreach (string project in (string[])["Gate.Evaluation", "Gate.Cli"])
        {
            string[] quietly = ["--no-build", "--configuration", Configuration, "--output", Folder, "--nologo", "-nodeReuse:false"];
            DotNet(Repository.Root, ["pack", Path.Combine("src", project), .. quietly]);
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("gate-feed-").FullName;

    public ZipArchive Open(string id) => ZipFile.OpenRead(Assert.Single(Directory.GetFiles(Folder, $"{id}.*.nupkg")));

    /// <summary>A package's description of itself: the elements of its metadata.</summary>
    public XElement Metadata(string id)
    {
        using ZipArchive package = Open(id);
        using Stream nuspec = package.GetEntry($"{id}.nuspec")!.Open();
        return XDocument.Load(nuspec).Root!.Elements().First(element => element.Name.LocalName == "metadata");
    }

    public static string DotNet(string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(5)), $"dotnet {string.Join(' ', arguments)} did not end");
        string text = output.GetAwaiter().GetResult() + error.GetAwaiter().GetResult();
        Assert.True(process.ExitCode == 0, text);
        return text;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
