using System.ComponentModel;
using System.Diagnostics;

namespace Gate.Cli;

/// <summary>Opens a report with the program that the system has for pages.</summary>
internal static class Opened
{
    /// <summary>Why it could not be opened, or null.</summary>
    /// <param name="path">The report; null where none was written.</param>
    /// <param name="interactive">Whether somebody sits at a terminal.</param>
    public static string? Report(string? path, bool interactive)
    {
        if (path is null) return "--open: no report was written; it is the format html";
        if (!interactive) return "--open: there is no terminal, so that nobody would see it";
        try
        {
            using Process? program = Process.Start(new ProcessStartInfo(Path.GetFullPath(path)) { UseShellExecute = true });
            return null;
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            return $"--open: the report could not be opened ({failure.Message}); open {path} yourself";
        }
    }
}
