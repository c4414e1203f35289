using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Gate.AcceptanceTests.Action;

/// <summary>Checkers of actions and workflows.</summary>
internal static partial class Checkers
{
    /// <summary>Runs a script of the repository with Node.js on a file, from the repository's root.</summary>
    public static (int Code, string Output) Node(string script, string file)
    {
        var start = new ProcessStartInfo("node", [script, file]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true,
            RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }

    /// <summary>Every <c>uses</c> names this checkout, or a full commit with its version in a comment; only Gate's own, which has no home
    /// yet, is to be replaced.</summary>
    public static void AssertPinned(string text)
    {
        string[] uses = [.. Uses().Matches(text).Select(m => m.Groups[1].Value)];
        Assert.NotEmpty(uses);
        Assert.All(uses,
            line => Assert.Matches(@"^(\./(\.gate-action(/publish)?)?|"
                + @"OWNER/gate(/publish|/\.github/workflows/gate(-comment)?\.yml)?@0{40} # replace both|"
                + @"actions/[a-z-]+@(?!0{40})[0-9a-f]{40} # v\d+\.\d+\.\d+)$", line));
    }

    [GeneratedRegex(@"^\s*(?:- )?uses: (.*?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Uses();
}
