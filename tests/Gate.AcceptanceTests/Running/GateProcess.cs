using System.Diagnostics;

namespace Gate.AcceptanceTests.Running;

/// <summary>What the built command line printed and returned.</summary>
public sealed record GateOutcome(int ExitCode, string Output, string Error);

/// <summary>Runs the built <c>gate</c> as a user would.</summary>
public static class GateProcess
{
    public static readonly string Executable = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "gate.exe" : "gate");

    public static GateOutcome Run(string directory, params string[] arguments) =>
        Run(directory, new Dictionary<string, string>(), arguments);

    public static GateOutcome Run(string directory, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Run(Executable, directory, environment, arguments);

    /// <summary>Runs another copy of <c>gate</c>.</summary>
    public static GateOutcome RunProgram(string program, string directory, params string[] arguments) =>
        Run(program, directory, new Dictionary<string, string>(), arguments);

    private static GateOutcome Run(string program, string directory, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        using Process process = Start(program, directory, environment, arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(3)), $"gate {string.Join(' ', arguments)} did not end");
        return new(process.ExitCode, Lines(output.GetAwaiter().GetResult()), Lines(error.GetAwaiter().GetResult()));
    }

    // A console of Windows ends its lines in two characters; what the tests compare with has one.
    private static string Lines(string text) => OperatingSystem.IsWindows() ? text.Replace("\r\n", "\n", StringComparison.Ordinal) : text;

    /// <summary>Starts <c>gate</c> so that an interrupt reaches it: a shell that put the tests into the background has made all its
    /// children ignore SIGINT.</summary>
    public static Process StartInterruptible(string directory, params string[] arguments) => OperatingSystem.IsLinux()
        ? Start("env", directory, new Dictionary<string, string>(), ["--default-signal=INT", Executable, .. arguments])
        : Start(directory, new Dictionary<string, string>(), arguments);

    public static Process Start(string directory, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Start(Executable, directory, environment, arguments);

    private static Process Start(string program, string directory, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true,
            RedirectStandardError = true };
        // The tests' own host must not be taken for the one under test.
        foreach (string name in (string[])["GITHUB_ACTIONS", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "TF_BUILD", "GITLAB_CI", "GATE_DEBUG",
            "NO_COLOR"]) start.Environment.Remove(name);
        foreach ((string name, string value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
