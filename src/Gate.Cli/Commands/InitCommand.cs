using System.CommandLine;
using Gate.Ci.Terminal;
using Gate.Evaluation.Proposals;
using Gate.Reporting.Output;

namespace Gate.Cli.Commands;

/// <summary><c>gate init DATA</c>: writes a commented, working policy for data.</summary>
internal static class InitCommand
{
    private static readonly Argument<string> Data = new("data") { Description = "A csv, tsv, json, ndjson or parquet file." };
    private static readonly Option<string> Output = new("--output", "-o") { Description = "Where the policy goes.", HelpName = "file",
        DefaultValueFactory = _ => "gate.yml" };
    private static readonly Option<string?> Label = new("--label") { Description = "The label column; guessed when not given.",
        HelpName = "column" };
    private static readonly Option<bool> Force = new("--force") { Description = "Replaces a policy that is already there." };

    public static Command Create()
    {
        var command = new Command("init", "Writes a commented, working policy: finds the label, the task and likely sensitive columns, and "
            + "proposes thresholds from a first run.") { Data, Output, Label, Force };
        command.SetAction((parsed, cancel) => Session.RunAsync(session => Task.FromResult(Init(session, parsed, cancel))));
        return command;
    }

    private static int Init(Session session, ParseResult parsed, CancellationToken cancel)
    {
        string target = parsed.GetValue(Output)!;
        if (File.Exists(target) && !parsed.GetValue(Force))
            throw new UsageException($"{target} is already there; choose another place with --output, or replace it with --force");
        string directory = Path.GetDirectoryName(Path.GetFullPath(target))!;
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        string yaml = ConsoleProgress.Show(session.Error, session.Interactive(Console.IsErrorRedirected),
            progress => PolicyProposer.Propose(parsed.GetValue(Data)!, directory, parsed.GetValue(Label), today, GateVersion.Text, progress,
            cancel));
        WholeFile.Write(target, yaml);
        session.Out.WriteLine($"{target} written; read it, then: gate run {target}");
        return ExitCodes.Pass;
    }
}
