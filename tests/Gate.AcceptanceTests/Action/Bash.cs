namespace Gate.AcceptanceTests.Action;

/// <summary>
/// The bash that the runner uses: on Windows Git's, because the one that the system finds first belongs to the Windows subsystem for Linux.
/// </summary>
internal static class Bash
{
    public static string Path { get; } = OperatingSystem.IsWindows()
        ? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "Git", "bin", "bash.exe")
        : "bash";
}
