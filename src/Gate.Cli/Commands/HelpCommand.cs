using System.CommandLine;

namespace Gate.Cli.Commands;

/// <summary><c>gate help [COMMAND]</c>: the same as <c>gate COMMAND --help</c>.</summary>
internal static class HelpCommand
{
    private static readonly Argument<string?> About = new("command") { Description = "The command; all of them without it.",
        DefaultValueFactory = _ => null, Arity = ArgumentArity.ZeroOrOne };

    public static Command Create()
    {
        About.CompletionSources.Add(_ => GateCommand.Names.Select(name => new System.CommandLine.Completions.CompletionItem(name)));
        var command = new Command("help", "Says what a command does and which options it has.") { About };
        command.SetAction((parsed, _) => GateCommand.InvokeAsync(parsed.GetValue(About) is { } name ? [name, "--help"] : ["--help"]));
        return command;
    }
}
