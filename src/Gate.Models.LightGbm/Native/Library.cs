using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using static Gate.Models.LightGbm.Native.NativeMethods;

namespace Gate.Models.LightGbm.Native;

/// <summary>LightGBM's library: made ready before the first call, and its errors.</summary>
internal static unsafe partial class Library
{
    private static readonly Lock gate = new();
    private static bool isReady;

    /// <summary>Makes the library ready for the calls of this thread.</summary>
    /// <exception cref="Data.NativeLibraryMissingException">There is none for this platform.</exception>
    public static void Require()
    {
        lock (gate)
        {
            // Its threads spin while they wait, which on a busy machine takes many times as long as the work. It reads this when it is
            // loaded.
            if (!isReady && OperatingSystem.IsLinux()) _ = setenv("GOMP_SPINCOUNT", "0", overwrite: 0);
            isReady = true;
        }
        // It writes to standard output, which is for answers; what went wrong it says to the caller too. It keeps one callback a thread.
        Check(LGBM_RegisterLogCallback(&Swallow));
    }

    /// <summary>Holds that a call went well.</summary>
    /// <exception cref="LightGbmException">It did not; the message is LightGBM's own.</exception>
    public static void Check(int code)
    {
        if (code == 0) return;
        string message = Marshal.PtrToStringUTF8(LGBM_GetLastError()) ?? "";
        throw new LightGbmException(PlaceInSource().Replace(message, "").Trim());
    }

    [UnmanagedCallersOnly]
    private static void Swallow(byte* text)
    {
    }

    /// <summary>Where in its source a check failed, on the machine that built it.</summary>
    [GeneratedRegex(@" at \S+, line \d+ \.?\s*$")]
    private static partial Regex PlaceInSource();
}

/// <summary>LightGBM refused or failed; the message is its own. Translated where the context is known.</summary>
internal sealed class LightGbmException(string message) : Exception(message);
