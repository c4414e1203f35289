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
    private static readonly Option<string?> Label = new("--label") { Description = "The label column; guessed when not given, and asked "
        + "for where that is not clear.", HelpName = "column" };
    private static readonly Option<bool> Force = new("--force") { Description = "Replaces a policy that is already there." };

    public static Command Create()
    {
        var command = new Command("init", "Writes a commented, working policy: finds the label, the task, predictions that are there and "
            + "likely sensitive columns, proposes bounds, and says how a first run stands to them.")
                { Data, Output, Label, Force, CommonOptions.Timeout, CommonOptions.Memory };
        command.SetAction((parsed, cancel) => Session.RunAsync(session => InitAsync(session, parsed, cancel)));
        return command;
    }

    private static async Task<int> InitAsync(Session session, ParseResult parsed, CancellationToken cancel)
    {
        string target = RequireFile(parsed.GetValue(Output)!);
        if (File.Exists(target) && !parsed.GetValue(Force))
            throw new UsageException($"{target} is already there; choose another place with --output, or replace it with --force");
        string directory = Path.GetDirectoryName(Path.GetFullPath(target))!;
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        Task<ProposedPolicy> Propose(string? label) => ConsoleProgress.ShowAsync(session.Error,
            session.Interactive(Console.IsErrorRedirected), progress => PolicyProposer.ProposeAsync(new()
            {
                Data = parsed.GetValue(Data)!,
                PolicyDirectory = directory,
                Label = label,
                Today = today,
                GateVersion = GateVersion.Text,
                Memory = CommonOptions.MemoryOf(parsed),
            }, progress, cancel));
        ProposedPolicy proposed;
        try
        {
            proposed = await Propose(parsed.GetValue(Label));
        }
        catch (LabelUnclearException unclear) when (unclear.Candidates.Count > 0 && session.Interactive(Console.IsInputRedirected)
            && session.Interactive(Console.IsErrorRedirected))
        {
            // Nobody answers in a pipeline: there the exception's own message lists the candidates.
            string? chosen = Choice.Ask("Which column is the label?", [.. unclear.Candidates.Select(candidate =>
                (candidate.Name, candidate.Reason))], Console.In, session.Error);
            if (chosen is null) throw;
            proposed = await Propose(chosen);
        }
        WholeFile.Write(target, proposed.Yaml);
        ProposalText.Write(proposed, target, session.Out);
        return ExitCodes.Pass;
    }

    /// <summary>Refuses what names no file: standard output is for what was guessed.</summary>
    private static string RequireFile(string target)
    {
        if (target == "-")
            throw new UsageException("--output names a file, as standard output is for what was guessed; choose one such as gate.yml, or "
                + "./- for a file of that name");
        if (string.IsNullOrWhiteSpace(target)) throw new UsageException("--output names no file; choose one such as gate.yml");
        return !Directory.Exists(target) ? target : throw new UsageException($"--output {target} is a directory; name the file in it, "
            + $"such as {Path.Combine(target, "gate.yml")}");
    }
}
