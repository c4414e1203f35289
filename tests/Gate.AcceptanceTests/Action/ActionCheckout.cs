using System.Diagnostics;
using System.Security.Cryptography;

namespace Gate.AcceptanceTests.Action;

/// <summary>
/// A small checkout of the action with a release of its own: a source of a few files, an archive with a stand-in for gate, and a list that
/// pins it.
/// </summary>
internal sealed class ActionCheckout : IDisposable
{
    public const string Platform = "linux-x64";

    private static readonly string[] Files =
    [
        "action.yml", "eng/action/get.sh", "eng/action/run.sh", "eng/action/build.sh", "eng/action/source-digest.sh", "global.json",
        "package.json", "package-lock.json", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props",
            "eng/Npm.targets",
            "eng/BannedSymbols.txt",
    ];

    private readonly string _root = Directory.CreateTempSubdirectory("gate checkout ").FullName;
    private readonly string _source;

    public ActionCheckout()
    {
        foreach (string file in Files) Copy(file);
        foreach (string folder in (string[])["web", "schemas"]) Write($"{folder}/file", "content");
        Write("src/Program.cs", "the source of gate");
        Directory.CreateDirectory(Path.Combine(_root, "release"));
        _source = SourceDigest();
    }

    public ActionFile Action => ActionFile.Load(Path.Combine(_root, "action.yml"));

    public string Archive => Path.Combine(_root, "release", $"gate-{Platform}.tar.gz");

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_root, relative))!);
        File.WriteAllText(Path.Combine(_root, relative), text);
    }

    /// <summary>Makes the archive of a release and a list that pins it as it is now.</summary>
    public void Release(string verdict, string? url = null, string? digest = null)
    {
        string content = Directory.CreateDirectory(Path.Combine(_root, "content")).FullName;
        File.Move(FakeGate.Write(content, 0, verdict), Path.Combine(content, "gate"), overwrite: true);
        using (Process tar = Process.Start("tar", ["-czf", Archive, "-C", content, "."])!) tar.WaitForExit();
        url ??= new Uri(Path.Combine(_root, "release")).AbsoluteUri;
        List($"version 1.2.3\nsource {_source}\nurl {url}\n{Platform} {digest ?? Sha256(Archive)}\n");
    }

    public void List(string text) => Write("eng/action/tool.txt", "# a comment\n" + text);

    public string SourceDigest()
    {
        string script = Path.Combine(_root, "eng", "action", "source-digest.sh");
        var start = new ProcessStartInfo(Bash.Path, [script]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string digest = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return digest;
    }

    public static string Sha256(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Copy(string relative) => Write(relative, File.ReadAllText(Repository.File(relative)));
}
