using System.Diagnostics;
using Gate.Models.MicrosoftMl.Scoring;
using Gate.Models.MicrosoftMl.Worker;

namespace Gate.Cli;

/// <summary>
/// This program once more, to score a model of ML.NET: with a limit of memory, without the environment (and so without tokens), and without
/// anything but the two streams. See docs/decisions/0046.
/// </summary>
internal sealed class ScoringChild : IScoringProcess
{
    /// <summary>The only word of its command line.</summary>
    public const string Word = "--score-mlnet";

    /// <summary>What the managed heap may take: 2 GB.</summary>
    private const string HeapLimit = "0x80000000";

    private static readonly TimeSpan longest = TimeSpan.FromMinutes(3);

    // What a program needs to find its runtime and its temporary folder.
    private static readonly string[] kept = ["PATH", "HOME", "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64", "TMPDIR", "TEMP", "TMP",
        "SystemRoot", "LD_LIBRARY_PATH"];

    private readonly Process process;

    private ScoringChild(Process process) => this.process = process;

    public Stream Requests => process.StandardInput.BaseStream;

    public Stream Answers => process.StandardOutput.BaseStream;

    public string? HowItEnded => process.WaitForExit(TimeSpan.FromSeconds(5))
        ? FormattableString.Invariant($"exit code {process.ExitCode}") : null;

    /// <summary>Starts it.</summary>
    public static ScoringChild Start()
    {
        string program = Environment.ProcessPath!;
        bool byHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        var start = new ProcessStartInfo(program, byHost ? [typeof(ScoringChild).Assembly.Location, Word] : [Word])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment.Clear();
        foreach (string name in kept)
            if (Environment.GetEnvironmentVariable(name) is { } value) start.Environment[name] = value;
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        Process child = Process.Start(start)!;
        // Nobody reads what it writes there; it must not wait for that.
        child.ErrorDataReceived += (_, _) => { };
        child.BeginErrorReadLine();
        return new(child);
    }

    /// <summary>What it does.</summary>
    public static void Run()
    {
        Stream requests = Console.OpenStandardInput(), answers = Console.OpenStandardOutput();
        // Answers alone go there, whatever a model writes.
        Console.SetOut(TextWriter.Null);
        // The process that asks ends this one when a limit of time is over; should that be gone, this one ends itself.
        using var end = new Timer(_ => Process.GetCurrentProcess().Kill());
        ScoringLoop.Run(requests, answers, isBusy => end.Change(isBusy ? longest : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
    }

    public void Kill()
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }
    }

    public void Dispose() => process.Dispose();
}
