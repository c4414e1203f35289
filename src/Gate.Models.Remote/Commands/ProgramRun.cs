using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Gate.Wording;

namespace Gate.Models.Remote.Commands;

/// <summary>
/// One run of a program, within limits of time and size. It starts a session of its own where the system has <c>setsid</c>, so that all
/// processes that it leaves behind end with it; elsewhere its children are ended as far as they can be found.
/// </summary>
internal sealed partial class ProgramRun
{
    private const int Told = 2000;
    private static readonly string[] setsids = ["/usr/bin/setsid", "/bin/setsid"];
    private static readonly TimeSpan grace = TimeSpan.FromSeconds(5);

    private readonly CommandOptions options;
    private readonly long most;
    private readonly Process process;
    private readonly bool isSession;
    private bool isEnded;

    private ProgramRun(CommandOptions options, IReadOnlyList<string> words, long most)
    {
        (this.options, this.most) = (options, most);
        string? setsid = OperatingSystem.IsWindows() ? null : setsids.FirstOrDefault(File.Exists);
        isSession = setsid is not null;
        var start = new ProcessStartInfo { UseShellExecute = false, CreateNoWindow = true, WorkingDirectory = options.Directory,
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        CommandEnvironment.Reduce(start.Environment);
        string program = ProgramFinder.Find(words[0], options.Directory, start.Environment.TryGetValue("PATH", out string? path) ? path
            : null);
        start.FileName = setsid ?? program;
        foreach (string word in setsid is null ? words.Skip(1) : words.Skip(1).Prepend(program)) start.ArgumentList.Add(word);
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new RemoteUnavailableException($"'{Shown.Of(options.Line)}' cannot be started: {Shown.OneLine(error.Message)}", error);
        }
    }

    /// <summary>Runs a program to its end.</summary>
    /// <param name="options">The limits, and what messages call it.</param>
    /// <param name="words">The program and its arguments.</param>
    /// <param name="input">Writes its standard input.</param>
    /// <param name="output">Where its standard output goes.</param>
    /// <param name="most">The most bytes of that.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="RemoteUnavailableException">There is no such program.</exception>
    /// <exception cref="ModelException">It fails, takes too long or writes too much.</exception>
    public static async Task RunAsync(CommandOptions options, IReadOnlyList<string> words, Action<Stream> input, Stream output, long most,
        CancellationToken cancel)
    {
        var run = new ProgramRun(options, words, most);
        using Process process = run.process;
        try
        {
            await run.WaitAsync(input, output, cancel).ConfigureAwait(false);
        }
        finally
        {
            run.End();
        }
    }

    private async Task WaitAsync(Action<Stream> input, Stream output, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        stop.CancelAfter(options.Timeout);
        var errors = new Tail(Told);
        Task writing = Task.Run(() => Feed(input), CancellationToken.None);
        Task reading = ReadAsync(process.StandardOutput.BaseStream, output.Write, most, stop.Token);
        Task listening = ReadAsync(process.StandardError.BaseStream, errors.Add, long.MaxValue, stop.Token);
        try
        {
            // Too much output ends the program before it ends by itself.
            await Task.WhenAny(process.WaitForExitAsync(stop.Token), Failing(reading)).Unwrap().ConfigureAwait(false);
            // What it has left behind may hold its output open.
            End();
            await Task.WhenAll(reading, listening, writing).WaitAsync(grace, stop.Token).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw Failed("has ended and left a process behind that holds its output");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw Failed(FormattableString.Invariant($"has not ended within {options.Timeout.TotalSeconds} s and was ended; ")
                + $"allow more with 'timeout', or give it fewer rows{errors.Said}");
        }
        if (process.ExitCode != 0) throw Failed(FormattableString.Invariant($"ended with exit code {process.ExitCode}{errors.Said}"));
    }

    private static async Task Failing(Task task)
    {
        await task.ConfigureAwait(false);
        await Task.Delay(Timeout.Infinite).ConfigureAwait(false);
    }

    private void Feed(Action<Stream> input)
    {
        try
        {
            using Stream stream = process.StandardInput.BaseStream;
            input(stream);
        }
        catch (IOException)
        {
            // It has not read all. Whether it knows all rows, the number of its answers says.
        }
    }

    private async Task ReadAsync(Stream from, Action<byte[], int, int> into, long limit, CancellationToken cancel)
    {
        var buffer = new byte[1 << 16];
        long total = 0;
        int read;
        while ((read = await from.ReadAsync(buffer, cancel).ConfigureAwait(false)) > 0)
        {
            if ((total += read) > limit) throw Failed(FormattableString.Invariant(
                $"writes more than {limit >> 10} KB, too much for its rows"));
            into(buffer, 0, read);
        }
    }

    private ModelException Failed(string what) => new($"'{Shown.Of(options.Line)}' {what}");

    private void End()
    {
        if (isEnded) return;
        isEnded = true;
        // The session has the number of the process that began it, and no other can have it while a process of the session is there.
        if (isSession && !OperatingSystem.IsWindows()) _ = Kill(-process.Id, 9);
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It is gone.
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
