using System.CommandLine;
using System.CommandLine.Completions;

namespace Gate.Cli.Commands;

/// <summary><c>gate help [COMMAND]</c>: the same as <c>gate COMMAND --help</c>.</summary>
internal static class HelpCommand
{
    private static readonly Argument<string?> About = new("command") { Description = "The command; all of them without it.",
        HelpName = "command", DefaultValueFactory = _ => null, Arity = ArgumentArity.ZeroOrOne };

    public static Command Create()
    {
        About.CompletionSources.Add(context => context.ParseResult.RootCommandResult.Command.Subcommands
            .Select(own => new CompletionItem(own.Name)));
        var command = new Command("help", "Says what a command does and which options it has.") { About };
        command.SetAction((parsed, _) => GateCommand.InvokeAsync(parsed.GetValue(About) is { } name ? [name, "--help"] : ["--help"]));
        return command;
    }
}
