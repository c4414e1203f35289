using System.Buffers.Binary;
using System.Diagnostics;
using Gate.AcceptanceTests.Running;
using Microsoft.Playwright;

namespace Gate.AcceptanceTests.Report;

/// <summary>The pictures of the README: of the report, light and dark, and of the terminal. They are made here.</summary>
[Collection(SharedBrowser.Name)]
public sealed class Pictures(Browser browser)
{
    private const int Width = 1200, Height = 900, Columns = 165;

    private static readonly bool Writes = Environment.GetEnvironmentVariable("GATE_UPDATE_DOCS") == "1";

    private static string PathOf(string name) => Path.Combine(Repository.Root, "docs", "images", name);

    /// <summary>Fonts differ between machines, so that the bytes of a picture are not held; that it is there, and whole, is.</summary>
    [Trait("Writes", "pages")]
    [SkippableTheory]
    [InlineData(ColorScheme.Light, "report-light.png")]
    [InlineData(ColorScheme.Dark, "report-dark.png")]
    public async Task The_report_is_pictured(ColorScheme scheme, string name)
    {
        using var work = new Workspace();
        GateProcess.Run(Repository.Root, "run", "examples/mortgage/gate.yml", "--output", work["out"]);
        await using OpenReport report = await OpenReport.Open(browser, await File.ReadAllTextAsync(work["out/report.html"]), grouped: true,
            scheme, Width);
        await report.Page.SetViewportSizeAsync(Width, Height);
        byte[] picture = await report.Page.ScreenshotAsync();
        if (Writes) await File.WriteAllBytesAsync(PathOf(name), picture);
        byte[] shown = await File.ReadAllBytesAsync(PathOf(name));
        Assert.Equal((Width, Height), Size(picture));
        Assert.Equal((Width, Height), Size(shown));
        Assert.InRange(shown.Length, 20_000, 400_000);
    }

    [Trait("Writes", "pages")]
    [SkippableFact]
    public void The_terminal_is_pictured()
    {
        Skip.IfNot(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "no /usr/bin/script to make a terminal with");
        using var work = new Workspace();
        string command = $"stty cols {Columns} rows 60; {GateProcess.Executable} run examples/mortgage/gate.yml --output {work["out"]} "
            + "2>/dev/null";
        var start = new ProcessStartInfo("/usr/bin/script", ["-qec", command, "/dev/null"])
        {
            WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardInput = true,
        };
        start.Environment["TERM"] = "xterm-256color";
        foreach (string host in (string[])["CI", "NO_COLOR", "GITHUB_ACTIONS", "TF_BUILD", "GITLAB_CI"]) start.Environment.Remove(host);
        using Process process = Process.Start(start)!;
        string sent = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(1, process.ExitCode);
        string picture = TerminalPicture.Draw(sent, Columns);
        if (Writes) File.WriteAllText(PathOf("terminal.svg"), picture);
        Assert.Equal(File.ReadAllText(PathOf("terminal.svg")), picture);
    }

    private static (int Width, int Height) Size(byte[] png)
    {
        Assert.Equal("PNG"u8.ToArray(), png[1..4]);
        return (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
    }
}
