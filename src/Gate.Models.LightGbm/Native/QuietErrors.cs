using static Gate.Models.LightGbm.Native.NativeMethods;

namespace Gate.Models.LightGbm.Native;

/// <summary>
/// While one exists, what native code writes to standard error is dropped: LightGBM writes there what it refuses, whatever callback it has,
/// and says it to its caller too. .NET's own standard error is a descriptor of its own once it is open. On Windows nothing is dropped.
/// </summary>
internal sealed class QuietErrors : IDisposable
{
    private const int StandardError = 2, WriteOnly = 1;

    private static readonly Lock gate = new();
    private static int users, kept;

    public QuietErrors()
    {
        if (OperatingSystem.IsWindows()) return;
        lock (gate)
        {
            if (users++ > 0) return;
            kept = dup(StandardError);
            int nowhere = open("/dev/null", WriteOnly);
            if (kept >= 0 && nowhere >= 0) _ = dup2(nowhere, StandardError);
            if (nowhere >= 0) _ = close(nowhere);
        }
    }

    public void Dispose()
    {
        if (OperatingSystem.IsWindows()) return;
        lock (gate)
        {
            if (--users > 0 || kept < 0) return;
            _ = dup2(kept, StandardError);
            _ = close(kept);
        }
    }
}
