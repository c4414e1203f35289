using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Gate.Cli;

/// <summary>
/// Ends a command that is to end: on an interrupt, on a request to terminate, or when its time is over. It is asked to stop first; what
/// does not answer within two seconds, as native code that is busy, is abandoned. A second signal ends it at once.
/// </summary>
internal sealed class Watch : IDisposable
{
    /// <summary>How long a command may take to stop.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource stop = new();
    private readonly ManualResetEventSlim done = new();
    private readonly List<PosixSignalRegistration> signals = [];
    private int code;

    /// <summary>Watches this process.</summary>
    /// <param name="time">How long it may run; null for ever.</param>
    public Watch(TimeSpan? time)
    {
        foreach (PosixSignal signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM])
            signals.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                End(ExitCodes.Cancelled, "gate: cancelled; what it was doing could not be stopped and was abandoned");
            }));
        if (time is not { } most) return;
        Time = most;
        // A thread of its own: those of the pool may all be busy with what is to be ended.
        new Thread(() =>
        {
            if (!done.Wait(most)) End(ExitCodes.Data, $"gate: {TimeIsOver}");
        }) { IsBackground = true, Name = "time limit" }.Start();
    }

    /// <summary>How long this command may take to stop: longer where it waits for another process that has the same time.</summary>
    public TimeSpan Patience { get; set; } = Grace;

    /// <summary>The watch over this process, or null.</summary>
    public static Watch? Current { get; set; }

    /// <summary>Cancelled when the command is to end.</summary>
    public CancellationToken Token => stop.Token;

    /// <summary>The time limit, where there is one.</summary>
    public TimeSpan? Time { get; }

    /// <summary>Whether it was the time that ended it.</summary>
    public bool IsOver => Volatile.Read(ref code) == ExitCodes.Data;

    /// <summary>What is said when the time is over.</summary>
    public string TimeIsOver => FormattableString.Invariant($"the time limit of {Time!.Value.TotalSeconds:0.#} s is over, and there is no ")
        + "verdict; judge fewer rows or ask less of them, or allow more with --timeout";

    public void Dispose()
    {
        done.Set();
        foreach (PosixSignalRegistration signal in signals) signal.Dispose();
    }

    private void End(int with, string message)
    {
        if (Interlocked.CompareExchange(ref code, with, 0) != 0)
        {
            Exit(Volatile.Read(ref code));
            return;
        }
        new Thread(() =>
        {
            if (done.Wait(Patience)) return;
            try
            {
                Console.Error.WriteLine(message);
            }
            catch (IOException)
            {
                // Nobody reads; the exit code says it.
            }
            Exit(with);
        }) { IsBackground = true, Name = "end" }.Start();
        try
        {
            stop.Cancel();
        }
        catch (AggregateException)
        {
            // Whatever could not be told to stop is abandoned.
        }
    }

    // A library's own ending may wait for the work that is to be abandoned.
    private static void Exit(int code)
    {
        new Thread(() =>
        {
            Thread.Sleep(TimeSpan.FromMilliseconds(500));
            Process.GetCurrentProcess().Kill();
        }) { IsBackground = true }.Start();
        Environment.Exit(code);
    }
}
