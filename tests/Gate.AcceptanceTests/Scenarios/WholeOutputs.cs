using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Scenarios;

/// <summary>Whatever ends a run, its files are whole and of one run, or not there.</summary>
public sealed class WholeOutputs
{
    private static readonly string[] files = ["report.html", "result.json", "summary.md", "junit.xml"];

    /// <summary>GATE_KILLS says how many, at moments spread over the run and a little beyond; CI takes twelve.</summary>
    [Fact]
    public void Killed_runs_leave_files_of_one_run_or_none()
    {
        int kills = Environment.GetEnvironmentVariable("GATE_KILLS") is { } asked ? int.Parse(asked, CultureInfo.InvariantCulture) : 12;
        using Workspace work = SmallData.Workspace();
        var clock = Stopwatch.StartNew();
        Assert.Equal(0, work.Gate("run", "--set", "name=run-0", "--quiet").ExitCode);
        TimeSpan whole = clock.Elapsed;
        int whenWritten = 0;
        for (int i = 1; i <= kills; i++)
        {
            using Process process = GateProcess.Start(work.Root, new Dictionary<string, string>(), "run", "--set", $"name=run-{i}",
                "--quiet");
            // Most files are written in the last tenth.
            Thread.Sleep(whole * (i % 2 == 0 ? 0.7 + (0.4 * i / kills) : (double)i / kills));
            if (process.HasExited) whenWritten++;
            else process.Kill();
            process.WaitForExit();
            string[] runs = [.. files.Select(file => work[$"gate-output/{file}"]).Where(File.Exists).Select(RunOf).Distinct()];
            Assert.True(runs.Length <= 1, $"files of {string.Join(" and ", runs)} side by side after kill {i}");
        }
        Assert.True(whenWritten < kills, "no run was killed");
        Assert.Equal(0, work.Gate("run", "--set", "name=last", "--quiet").ExitCode);
        Assert.All(files, file => Assert.Equal("last", RunOf(work[$"gate-output/{file}"])));
    }

    /// <summary>A limit on the size of files stands for a disk that is full in the middle of writing: the report does not fit.</summary>
    [Fact]
    public async Task Where_the_disk_is_full_nothing_is_written_and_the_code_is_69()
    {
        if (OperatingSystem.IsWindows()) return;
        using Workspace work = SmallData.Workspace();
        var start = new ProcessStartInfo("bash", ["-c", "trap '' XFSZ; ulimit -f 64; exec \"$0\" \"$@\"", GateProcess.Executable, "run"])
        {
            WorkingDirectory = work.Root, RedirectStandardError = true, RedirectStandardOutput = true,
        };
        // Code that is written and run through a file of its own would not fit either.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 69, $"{process.ExitCode}: {error}{await output}");
        Assert.Contains("would be larger than files may be here", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(work["gate-output"]) && Directory.EnumerateFiles(work["gate-output"]).Any(),
            "something was left of a run that could not be written");
    }

    /// <summary>The run that a file is of; the file has to be whole.</summary>
    private static string RunOf(string path)
    {
        string text = File.ReadAllText(path);
        switch (Path.GetFileName(path))
        {
            case "result.json":
                using (JsonDocument result = JsonDocument.Parse(text))
                    return result.RootElement.GetProperty("policy").GetProperty("name").GetString()!;
            case "junit.xml":
                return Named(XDocument.Parse(text).ToString());
            default:
                Assert.EndsWith(path.EndsWith("html", StringComparison.Ordinal) ? "</html>\n" : "\n", text, StringComparison.Ordinal);
                return Named(text);
        }
    }

    private static string Named(string text) =>
        System.Text.RegularExpressions.Regex.Match(text, @"run\\?-\d+|last(?=\b)").Value.Replace("\\", "", StringComparison.Ordinal);
}
