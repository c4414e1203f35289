using System.CommandLine;
using System.Runtime.InteropServices;
using Gate.Ci.Terminal;
using Gate.Data;
using Gate.Models.Onnx.Sessions;

namespace Gate.Cli.Commands;

/// <summary><c>gate doctor</c>: whether everything that Gate needs is here.</summary>
internal static class DoctorCommand
{
    private static readonly (string Name, Func<string> Look)[] Checks =
    [
        ("Gate", () => GateVersion.Text),
        ("platform", () => $"{RuntimeInformation.RuntimeIdentifier}, {RuntimeInformation.OSDescription.Trim()}, "
            + $"{RuntimeInformation.FrameworkDescription}"),
        ("processors", () => $"{Environment.ProcessorCount}"),
        ("memory", () => $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024 * 1024):N0} MB"),
        ("DuckDB", () => DuckDbVersion.Value),
        ("ONNX Runtime", () => OnnxRuntimeVersion.Value),
        ("this directory", Writable),
    ];

    public static Command Create()
    {
        var command = new Command("doctor", "Says whether everything that Gate needs is here, and what to do where it is not.");
        command.SetAction((_, _) => Session.RunAsync(session => Task.FromResult(Examine(session))));
        return command;
    }

    private static int Examine(Session session)
    {
        var rows = new List<string[]>();
        int code = ExitCodes.Pass;
        foreach ((string name, Func<string> look) in Checks)
        {
            (bool fine, string text) = Try(look);
            rows.Add([fine ? "ok" : "missing", name, PlainText.OneLine(text)]);
            if (!fine) code = ExitCodes.Unavailable;
        }
        rows.Add(["ok", "host", session.Host]);
        foreach (string line in AlignedText.Lines(rows)) session.Out.WriteLine(line);
        return code;
    }

    private static (bool Fine, string Text) Try(Func<string> look)
    {
        try
        {
            return (true, look());
        }
        catch (Exception failure) when (failure is NativeLibraryMissingException or IOException or UnauthorizedAccessException)
        {
            return (false, failure.Message);
        }
    }

    private static string Writable()
    {
        string probe = Path.Combine(Directory.GetCurrentDirectory(), $".gate-{Path.GetRandomFileName()}");
        using (File.Create(probe, 1, FileOptions.DeleteOnClose))
        {
            return $"{Directory.GetCurrentDirectory()} can be written";
        }
    }
}
