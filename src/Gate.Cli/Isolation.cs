using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Gate.Data;
using Gate.Policy;
using Gate.Policy.Document;

namespace Gate.Cli;

/// <summary>
/// Runs a command that reads by native code (DuckDB, ONNX Runtime, LightGBM, Microsoft.ML) in a process of its own, so that a fault of that
/// code is an error with a message and the exit code 65 instead of the end of Gate. What Gate reads itself, plain csv and its own learners,
/// needs none and pays for none. See docs/decisions/0037.
/// </summary>
internal static partial class Isolation
{
    private const string Variable = "GATE_ISOLATED";

    // In a policy, outside of comments: what brings native code in. A glob may find any file, and so may another policy.
    private static readonly string[] Signs = [".parquet", ".json", ".ndjson", ".jsonl", ".zst", "sql", "where",
        "onnx", "lightgbm", "fast_tree", "fast_forest", "gam", "auto", "mlflow", "extends", "*"];

    private static readonly string[] OfPolicies = ["run", "check", "train", "retrain"], OfFiles = ["init", "score"];

    private static AnonymousPipeClientStream? parent;

    /// <summary>The token of the session, which both processes share: the host's commands that one has stopped, the other can
    /// resume.</summary>
    public static string? Token { get; private set; }

    /// <summary>Whether a command goes to a process of its own.</summary>
    /// <param name="command">The command.</param>
    /// <param name="policy">Its policy, where it has one.</param>
    /// <param name="arguments">All words of the command line.</param>
    public static bool Wanted(string command, string? policy, IReadOnlyList<string> arguments)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { } handle && Join(handle)) return false;
        if (OfFiles.Contains(command)) return command == "score" || arguments.Any(HasSign);
        // Runs again what a result names, whatever that is.
        if (command == "verify") return !arguments.Contains("--digests-only");
        if (!OfPolicies.Contains(command) || policy is null) return false;
        try
        {
            return arguments.Any(word => HasSign(word) || word.StartsWith("--base-", StringComparison.Ordinal))
                || PolicyText(policy).Any(line => !line.AsSpan().TrimStart().StartsWith('#') && HasSign(line));
        }
        catch (Exception failure) when (failure is PolicyException or IOException or UnauthorizedAccessException)
        {
            // The command itself says what is wrong with it.
            return false;
        }
    }

    /// <summary>Runs this command line in another process and gives its exit code.</summary>
    /// <param name="arguments">The words of the command line.</param>
    /// <param name="watch">What ends it.</param>
    public static async Task<int> RunAsync(string[] arguments, Watch watch)
    {
        Token = RandomNumberGenerator.GetHexString(40, lowercase: true);
        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
        string program = Environment.ProcessPath!;
        bool byHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        var start = new ProcessStartInfo(program, byHost ? [typeof(Isolation).Assembly.Location, .. arguments] : arguments)
            { UseShellExecute = false };
        start.Environment[Variable] = pipe.GetClientHandleAsString();
        using Process child = Process.Start(start)!;
        pipe.DisposeLocalCopyOfClientHandle();
        await pipe.WriteAsync(Convert.FromHexString(Token));
        watch.Patience = Watch.Grace + TimeSpan.FromSeconds(2);
        using CancellationTokenRegistration ending = watch.Token.Register(() => Terminate(child, watch));
        await child.WaitForExitAsync(CancellationToken.None);
        watch.Dispose();
        return Crash(child.ExitCode) is { } what
            ? await Session.RunAsync(_ => throw new DataException(watch.IsOver ? watch.TimeIsOver : what)) : child.ExitCode;
    }

    /// <summary>What an exit code says of a process that did not end by itself; null for one that did.</summary>
    public static string? Crash(int code) => code switch
    {
        137 => "the process that read the data or ran the model was killed, as a system does that runs out of memory; judge on a smaller "
            + "sample, or allow less memory with --memory",
        132 or 133 or 134 or 135 or 136 or 139 or < 0 or > 255 => "the process that read the data or ran the model crashed (exit code "
            + FormattableString.Invariant($"{code}): a file, a query or a model made native code fail (DuckDB, ONNX Runtime, LightGBM or ")
            + "Microsoft.ML); there is no verdict. Write the data again, or in another format, and report the crash if it stays",
        _ => null,
    };

    private static bool HasSign(string text) => Signs.Any(sign => text.Contains(sign, StringComparison.OrdinalIgnoreCase));

    private static string[] PolicyText(string path) =>
        System.Text.Encoding.UTF8.GetString(PolicyReader.ReadBytes(path, path)).Split('\n');

    /// <summary>Takes the token from the process that started this one, and ends with it.</summary>
    private static bool Join(string handle)
    {
        Environment.SetEnvironmentVariable(Variable, null);
        try
        {
            parent = new AnonymousPipeClientStream(PipeDirection.In, handle);
            var token = new byte[20];
            parent.ReadExactly(token);
            Token = Convert.ToHexStringLower(token);
        }
        catch (EndOfStreamException)
        {
            // The other process was gone before it had said anything: nobody waits for this one.
            Environment.Exit(ExitCodes.Cancelled);
        }
        catch (Exception failure) when (failure is IOException or ArgumentException or NotSupportedException)
        {
            return false;
        }
        // .NET waits for ever where native code overflows its stack. Here such a fault is to end the process at once; so does a null
        // reference, which is a fault too.
        if (!OperatingSystem.IsWindows()) _ = Signal(11, 0);
        new Thread(() =>
        {
            // Nothing more is ever sent: reading ends when the other process does, however it ends.
            try
            {
                while (parent.ReadByte() >= 0)
                {
                }
            }
            catch (IOException)
            {
            }
            Process.GetCurrentProcess().Kill();
        }) { IsBackground = true, Name = "parent" }.Start();
        return true;
    }

    // The child has the same time to stop as this process; what remains then is killed.
    private static void Terminate(Process child, Watch watch)
    {
        // It has the same limit of time itself, and says so.
        if (!OperatingSystem.IsWindows() && !watch.IsOver) _ = Kill(child.Id, 15);
        new Thread(() =>
        {
            if (!child.WaitForExit(Watch.Grace + TimeSpan.FromSeconds(1))) child.Kill();
        }) { IsBackground = true, Name = "child" }.Start();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint Signal(int signal, nint handler);
}
