namespace Gate.AcceptanceTests.Action;

/// <summary>A stand-in for gate that records its arguments and leaves what it is told to leave.</summary>
internal static class FakeGate
{
    /// <summary>Writes the executable and gives its path; its arguments end up in <c>arguments</c> beside it, each ended by a null
    /// character.</summary>
    /// <param name="directory">Where to write it.</param>
    /// <param name="exitCode">Its exit code.</param>
    /// <param name="verdict">The verdict that it leaves in GITHUB_OUTPUT, or null for none.</param>
    /// <param name="more">What else it does.</param>
    public static string Write(string directory, int exitCode, string? verdict, string more = "")
    {
        string path = Path.Combine(directory, "fake gate");
        string output = verdict is null ? "" : $$"""
            printf '%s<<E\n%s\nE\n' verdict '{{verdict}}' failed-conditions '["a"]' \
              report-path out/report.html result-path out/result.json >>"$GITHUB_OUTPUT"
            """;
        WriteScript(path, $"""
            #!/usr/bin/env bash
            printf '%s\0' "$@" >"$(dirname "$0")/arguments"
            {output}
            {more}
            exit {exitCode}
            """);
        return path;
    }

    /// <summary>Writes an executable script.</summary>
    public static void WriteScript(string path, string text)
    {
        File.WriteAllText(path, text.ReplaceLineEndings("\n") + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>The arguments of the last call, or null when there was none.</summary>
    public static string[]? Arguments(string directory) =>
        Path.Combine(directory, "arguments") is var path && File.Exists(path) ? File.ReadAllText(path).Split('\0')[..^1] : null;
}
