using System.CommandLine;
using Gate.Ci.Terminal;
using Gate.Evaluation.Changes;

namespace Gate.Cli.Commands;

/// <summary><c>gate compare BEFORE AFTER</c>: what two results say differently. It decides nothing.</summary>
internal static class CompareCommand
{
    private static readonly Argument<string> Before = new("before")
        { Description = "The earlier result.json, or the directory that it is in." };
    private static readonly Argument<string> After = new("after") { Description = "The later one." };

    public static Command Create()
    {
        var command = new Command("compare", "Compares two results: what got better, worse, or is no longer decided.") { Before, After };
        command.SetAction((parsed, _) => Session.RunAsync(session =>
        {
            ChangesTable.Write(ResultChange.Of(ResultFile.Read(parsed.GetValue(Before)!), ResultFile.Read(parsed.GetValue(After)!)),
                session.Out);
            return Task.FromResult(ExitCodes.Pass);
        }));
        return command;
    }
}
