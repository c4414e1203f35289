using Gate.Reporting;
using Gate.Reporting.Templating;

namespace Gate.Tests.Reporting;

/// <summary>A policy's template lies in the policy's folder, by real path, and is a regular file of bounded size.</summary>
public sealed class TemplateFileTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("gate-template-").FullName;

    public TemplateFileTests()
    {
        Directory.CreateDirectory(Path.Combine(root, "policy", "parts"));
        File.WriteAllText(Path.Combine(root, "policy", "own.sbn"), "own");
        File.WriteAllText(Path.Combine(root, "policy", "parts", "deep.sbn"), "deep");
        File.WriteAllText(Path.Combine(root, "secret"), "secret");
    }

    private string Folder => Path.Combine(root, "policy");

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void A_file_beside_or_below_the_policy_is_read()
    {
        Assert.Equal("own", TemplateFile.Confined(Folder, "own.sbn"));
        Assert.Equal("deep", TemplateFile.Confined(Folder, "parts/../parts/deep.sbn"));
        Assert.Equal("own", TemplateFile.Confined(Folder + "/", "./own.sbn"));
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("parts/../../secret")]
    [InlineData("/etc/passwd")]
    [InlineData("/proc/self/environ")]
    [InlineData("/dev/zero")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("../policy-of-another/own.sbn")]
    public void What_lies_elsewhere_is_refused(string name)
    {
        Directory.CreateDirectory(Path.Combine(root, "policy-of-another"));
        File.WriteAllText(Path.Combine(root, "policy-of-another", "own.sbn"), "other");
        Assert.Contains("outside the policy's folder", Message(name));
    }

    [Fact]
    public void An_absolute_path_is_refused_even_into_the_folder() =>
        Assert.Contains("outside", Message(Path.Combine(Folder, "own.sbn")));

    [Fact]
    public void A_link_is_refused_as_file_and_as_folder()
    {
        File.CreateSymbolicLink(Path.Combine(Folder, "link.sbn"), "../secret");
        File.CreateSymbolicLink(Path.Combine(Folder, "environ.sbn"), "/proc/self/environ");
        Directory.CreateSymbolicLink(Path.Combine(Folder, "up"), "..");
        foreach (string name in (string[])["link.sbn", "environ.sbn", "up/secret", "up/policy/own.sbn"])
            Assert.Contains("is a link", Message(name));
    }

    [Fact]
    public void What_is_no_regular_file_is_never_opened()
    {
        File.WriteAllText(Path.Combine(Folder, "empty.sbn"), "");
        Assert.Contains("no regular file", Message("empty.sbn"));
        Assert.Contains("no such file", Message("parts"));
        Assert.Contains("no such file", Message("nowhere.sbn"));
        if (!OperatingSystem.IsLinux()) return;
        using (var made = System.Diagnostics.Process.Start("mkfifo", Path.Combine(Folder, "pipe.sbn"))) made.WaitForExit();
        Assert.Contains("no regular file", Message("pipe.sbn"));
        Assert.Contains("no regular file", Assert.Throws<ReportException>(() => TemplateFile.Named("/dev/zero")).Message);
        Assert.Contains("no regular file", Assert.Throws<ReportException>(() => TemplateFile.Named("/proc/self/environ")).Message);
    }

    [Fact]
    public void A_large_file_and_one_that_is_no_text_are_refused()
    {
        File.WriteAllBytes(Path.Combine(Folder, "large.sbn"), new byte[TemplateFile.MostBytes + 1]);
        File.WriteAllBytes(Path.Combine(Folder, "binary.sbn"), [0x61, 0xFF, 0xFE]);
        Assert.Contains("at most 1000000", Message("large.sbn"));
        Assert.Contains("no text in UTF-8", Message("binary.sbn"));
    }

    private string Message(string name) => Assert.Throws<ReportException>(() => TemplateFile.Confined(Folder, name)).Message;
}
