using System.Diagnostics;
using System.Security.Cryptography;
using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Scenarios;

/// <summary>What strangers write can neither end Gate, nor keep it, nor make it write or leave what it did not find.</summary>
public sealed class Confinement
{
    private const int Usage = 64, Data = 65, Cancelled = 130;

    private const string Endless = "SELECT count(*) AS income, 'a' AS sex, 1 AS approved, 2 AS debt FROM range(1000000) a, range(1000000) "
        + "b, range(1000000) c WHERE hash(a.range, b.range, c.range) = 5";

    private const string Crash = "SELECT json_structure(repeat(chr(91), 2000000) || repeat(chr(93), 2000000))::VARCHAR AS income, "
        + "'a' AS sex, 1 AS approved, 2 AS debt";

    private static Workspace Query(string sql) =>
        SmallData.Workspace(policy: SmallData.Policy.Replace("loans.csv", $"{{ sql: \"{sql}\" }}", StringComparison.Ordinal));

    /// <summary>DuckDB calls itself for each level and overflows its stack.</summary>
    [SkippableFact]
    public void A_query_that_crashes_native_code_is_an_error_with_a_message()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no exit code for a signal");
        using Workspace work = Query(Crash);
        GateOutcome outcome = work.Gate("run");
        Assert.Equal(Data, outcome.ExitCode);
        Assert.Contains("crashed (exit code 139)", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(work["gate-output"]));
        // A host that had stopped listening hears of it.
        string output = Path.Combine(work.Root, "output");
        GateOutcome told = GateProcess.Run(work.Root, new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_OUTPUT"] = output },
            "run");
        SeenByRunner(told.Output);
    }

    /// <summary>What a result names is run again, and a stranger may have written both.</summary>
    [SkippableFact]
    public void So_is_a_result_whose_policy_crashes_it()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no exit code for a signal");
        using Workspace work = SmallData.Workspace(), crashing = Query(Crash);
        work.Gate("run");
        string Sha(Workspace of) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(of["gate.yml"])));
        string result = File.ReadAllText(work["gate-output/result.json"]);
        File.WriteAllText(work["gate-output/result.json"], result.Replace(Sha(work), Sha(crashing), StringComparison.Ordinal));
        File.Copy(crashing["gate.yml"], work["gate.yml"], overwrite: true);
        GateOutcome outcome = work.Gate("verify");
        Assert.Equal(Data, outcome.ExitCode);
        Assert.Contains("crashed (exit code 139)", outcome.Error, StringComparison.Ordinal);
    }

    private static void SeenByRunner(string output)
    {
        Gate.Tests.Ci.RunnerLog log = Gate.Tests.Ci.RunnerLog.Read(output);
        Assert.Contains("crashed", Assert.Single(log.Annotations).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_never_ends_ends_at_its_time()
    {
        using Workspace work = Query(Endless);
        var clock = Stopwatch.StartNew();
        GateOutcome outcome = work.Gate("run", "--timeout", "3s");
        Assert.Equal(Data, outcome.ExitCode);
        Assert.Contains("the time limit of 3 s is over", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(work["gate-output"]));
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(3), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void What_never_fits_ends_at_its_size()
    {
        using Workspace work =
            Query("SELECT range AS income, 'a' AS sex, range % 2 AS approved, 2 AS debt FROM range(1000000000000)");
        GateOutcome outcome = work.Gate("run", "--memory", "64MB");
        Assert.Equal(Data, outcome.ExitCode);
        Assert.Contains("takes more than 64 MB of memory", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--timeout", "soon")]
    [InlineData("--timeout", "0")]
    [InlineData("--timeout", "-1s")]
    [InlineData("--memory", "8")]
    [InlineData("--memory", "1MB")]
    public void Limits_that_are_none_are_refused(string option, string value)
    {
        using Workspace work = SmallData.Workspace();
        GateOutcome outcome = work.Gate("run", option, value);
        Assert.Equal(Usage, outcome.ExitCode);
        Assert.Contains(option, outcome.Error, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void Two_signals_end_it_without_a_stack_trace(string signal)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "signals are sent with kill");
        using Workspace work = Query(Endless);
        using Process process = GateProcess.StartInterruptible(work.Root, "run");
        Task<string> error = process.StandardError.ReadToEndAsync();
        Thread.Sleep(TimeSpan.FromSeconds(2));
        Process.Start("kill", [$"-{signal}", $"{process.Id}"]).WaitForExit();
        Process.Start("kill", [$"-{signal}", $"{process.Id}"]).WaitForExit();
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)));
        Assert.Equal(Cancelled, process.ExitCode);
        Assert.DoesNotContain("   at ", error.GetAwaiter().GetResult(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(work["gate-output"]));
    }

    [SkippableFact]
    public void A_killed_run_leaves_no_process_behind_that_goes_on()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "/proc finds the process of native code");
        using Workspace work = Query(Endless);
        using Process process = GateProcess.Start(work.Root, new Dictionary<string, string>(), "run");
        int child = 0;
        for (int i = 0; i < 600 && child == 0; i++)
        {
            Thread.Sleep(50);
            foreach (string thread in Directory.GetDirectories($"/proc/{process.Id}/task"))
                if (int.TryParse(Kernel($"{thread}/children").Trim(), out int found)) child = found;
        }
        Assert.NotEqual(0, child);
        process.Kill();
        process.WaitForExit();
        bool gone = false;
        for (int i = 0; i < 600 && !gone; i++)
        {
            Thread.Sleep(50);
            string state = Kernel($"/proc/{child}/stat");
            gone = state.Length == 0 || state.Contains(") Z ", StringComparison.Ordinal);
        }
        Assert.True(gone);
    }

    /// <summary>What the kernel says of a process or a thread; empty where it is gone.</summary>
    private static string Kernel(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }

    [Fact]
    public void Evidence_of_an_earlier_run_does_not_stay_beside_that_of_this_one()
    {
        using Workspace work = SmallData.Workspace().With("gate-output/result.json", "{ \"verdict\": \"pass\" }")
            .With("gate-output/junit.xml", "<testsuites/>").With("gate-output/mine.txt", "mine");
        Assert.Equal(0, work.Gate("run", "--format", "html").ExitCode);
        Assert.Equal(["mine.txt", "report.html"], Directory.GetFiles(work["gate-output"]).Select(Path.GetFileName).Order());
        // A run that reaches no verdict leaves none either.
        work.With("gate-output/summary.md", "pass");
        Assert.Equal(Usage, work.Gate("run", "--format", "html", "--set", "data.label=nothing").ExitCode);
        Assert.Equal(["mine.txt"], Directory.GetFiles(work["gate-output"]).Select(Path.GetFileName).Order());
    }

    [SkippableFact]
    public void Links_of_a_checkout_lead_neither_data_nor_output_elsewhere()
    {
        Skip.If(OperatingSystem.IsWindows(), "links need rights on Windows");
        using var other = new Workspace();
        other.With("loans.csv", SmallData.Loans());
        using Workspace work = SmallData.Workspace();
        Directory.CreateSymbolicLink(work["gate-output"], other.Root);
        GateOutcome output = work.Gate("run");
        Assert.Equal(Usage, output.ExitCode);
        Assert.Contains("is a link", output.Error, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(other.Root));
        File.Delete(work["loans.csv"]);
        File.CreateSymbolicLink(work["loans.csv"], other["loans.csv"]);
        GateOutcome data = work.Gate("run", "--output", "out");
        Assert.Equal(Data, data.ExitCode);
        Assert.Contains("behind a link that leads out", data.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_was_cut_off_is_told_and_one_that_counts_its_conditions_is_refused()
    {
        string whole = SmallData.Policy.TrimEnd() + "\n";
        using Workspace work = SmallData.Workspace(policy: whole);
        Assert.DoesNotContain("cut off", work.Gate("run").Output, StringComparison.Ordinal);
        work.With("gate.yml", whole[..^1]);
        Assert.Contains("it may have been cut off", work.Gate("run").Output, StringComparison.Ordinal);
        GateOutcome counted = work.With("gate.yml", whole + "expect_conditions: 9\n").Gate("run");
        Assert.Equal(Usage, counted.ExitCode);
        Assert.Contains("expect_conditions", counted.Error, StringComparison.Ordinal);
    }

    /// <summary>What cannot be said is not said to have been.</summary>
    [SkippableTheory]
    [InlineData("run > /dev/full", 69, "No space left on device")]
    [InlineData("run 2> /dev/full", 69, "")]
    [InlineData("run >&- 2>&-", 69, "")]
    [InlineData("run nothing.yml 2>&-", Usage, "")]
    [InlineData("nonsense 2> /dev/full", 69, "")]
    [InlineData("--version > /dev/full", 69, "No space left on device")]
    public void Streams_that_cannot_be_written_end_it_with_a_code(string command, int code, string message)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "devices and closed streams are those of a Linux shell");
        using Workspace work = SmallData.Workspace();
        (int ended, string error) = Shell(work, $"'{GateProcess.Executable}' {command}");
        Assert.Equal(code, ended);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("GITHUB_OUTPUT", "/dev/full", "the step outputs could not be written")]
    [InlineData("GITHUB_STEP_SUMMARY", "/dev/full", "the step summary could not be written")]
    [InlineData("GITHUB_OUTPUT", "/", "the step outputs could not be written")]
    public void A_host_that_cannot_be_told_is_no_pass(string variable, string place, string message)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "/dev/full is a device of Linux");
        using Workspace work = SmallData.Workspace();
        GateOutcome outcome = GateProcess.Run(work.Root, new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true", [variable] = place },
            "run");
        Assert.Equal(69, outcome.ExitCode);
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("/dev/zero")]
    [InlineData("/proc/self/environ")]
    public void A_result_that_is_no_regular_file_is_never_opened(string path)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "/dev and /proc are those of Linux");
        using Workspace work = SmallData.Workspace();
        GateOutcome outcome = work.Gate("report", path, "--output", "out");
        Assert.Equal(Data, outcome.ExitCode);
        Assert.Contains("is no result of Gate: it is no JSON", outcome.Error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_working_directory_that_is_gone_is_said()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "only Linux lets a directory go that somebody works in");
        using Workspace work = SmallData.Workspace();
        (int code, string error) = Shell(work, $"mkdir gone && cd gone && rmdir ../gone && '{GateProcess.Executable}' run ../gate.yml");
        Assert.Equal(Usage, code);
        Assert.Equal("gate: the working directory is gone; change to one that exists", error.Trim());
    }

    private static (int Code, string Error) Shell(Workspace work, string command)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", command]) { WorkingDirectory = work.Root, RedirectStandardError = true,
            RedirectStandardOutput = true };
        start.Environment.Remove("GITHUB_ACTIONS");
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        output.Wait();
        return (process.ExitCode, error);
    }
}
