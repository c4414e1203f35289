namespace Gate.Tracking.Files;

/// <summary>Lets one process at a time change what several could change at once: which experiments there are, versions and aliases of
/// models. The system lifts the lock of a process that dies.</summary>
internal static class StoreLock
{
    private const string Name = ".gate.lock";
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(20), longest = TimeSpan.FromSeconds(60);

    /// <summary>Takes the lock of a store; it is held until the handle is disposed.</summary>
    /// <exception cref="TrackingException">Another process holds it for over a minute.</exception>
    public static async Task<IDisposable> TakeAsync(string root, TimeProvider clock, CancellationToken cancel)
    {
        Directory.CreateDirectory(root);
        string path = Path.Combine(root, Name);
        long start = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            }
            catch (IOException error) when (error is not (DirectoryNotFoundException or PathTooLongException))
            {
                if (clock.GetElapsedTime(start) > longest)
                    throw new TrackingException(TrackingFault.Unavailable,
                        $"{path} has been held by another process for more than a minute; end it, or try again later", error);
                await Task.Delay(pause, clock, cancel).ConfigureAwait(false);
            }
        }
    }
}
