using System.CommandLine;

namespace Gate.Cli.Commands;

/// <summary>The <c>gate</c> command: its subcommands, and the one place where failures become messages and exit codes.</summary>
internal static class GateCommand
{
    public static async Task<int> InvokeAsync(string[] args)
    {
        RootCommand root = Create();
        ParseResult parsed = root.Parse(args);
        string[] wrong = UnknownWords.Find(parsed) is { } unknown ? [unknown] : [.. parsed.Errors.Select(error => error.Message)];
        if (wrong.Length > 0)
        {
            foreach (string message in wrong) await Console.Error.WriteLineAsync($"gate: {message}");
            await Console.Error.WriteLineAsync("Run 'gate --help' or 'gate COMMAND --help' for what can be said.");
            return ExitCodes.Usage;
        }
        using var watch = Watch.Current = new Watch(CommonOptions.TimeOf(parsed));
        string command = parsed.CommandResult.Command.Name;
        // Not for help, completions and the like.
        if (parsed.Action == parsed.CommandResult.Command.Action && Isolation.Wanted(command, CommonOptions.PolicyOf(parsed), args))
            return await Isolation.RunAsync(args, watch);
        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null }, watch.Token);
    }

    private static RootCommand Create() =>
        new("Gate decides whether a machine-learning model may move on: a CI quality gate for accuracy, "
        + "disparity between groups and explanations.")
    {
        RunCommand.Create(),
        CheckCommand.Create(),
        InitCommand.Create(),
        ReportCommand.Create(),
        CompareCommand.Create(),
        ExplainCommand.Create(),
        PolicyCommand.Create(),
        PublishCommand.Create(),
        VerifyCommand.Create(),
        EvidenceCommand.Create(),
        TrainCommand.Create(),
        ScoreCommand.Create(),
        RunsCommand.Create(),
        RetrainCommand.Create(),
        RatchetCommand.Create(),
        PromoteCommand.Create(),
        PromoteCommand.CreateRollback(),
        SchemaCommand.Create(),
        CompletionCommand.Create(),
        DoctorCommand.Create(),
        HelpCommand.Create(),
    };
}
