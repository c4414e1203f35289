using System.CommandLine;

namespace Gate.Cli.Commands;

/// <summary><c>gate completion SHELL</c>: prints a script that completes commands and options, by asking gate itself.</summary>
internal static class CompletionCommand
{
    private static readonly Argument<string> Shell = new("shell") { Description = "bash, zsh, fish or powershell." };

    public static Command Create()
    {
        Shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "powershell");
        var command = new Command("completion", "Prints a completion script: eval \"$(gate completion bash)\".") { Shell };
        command.SetAction(parsed =>
        {
            Console.Out.Write(Script(parsed.GetValue(Shell)!));
            return ExitCodes.Pass;
        });
        return command;
    }

    private static string Script(string shell) => shell switch
    {
        "bash" => """
            _gate() {
              local IFS=$'\n' word="${COMP_WORDS[COMP_CWORD]}" said
              said="$(gate "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)"
              # Options wait for their dash, so that files are completed where a file is meant.
              [[ $word == -* ]] || said="$(grep -v '^[-/]' <<< "$said")"
              COMPREPLY=($(compgen -W "$said" -- "$word"))
            }
            complete -o default -F _gate gate

            """,
        "zsh" => """
            _gate() {
              local -a words_=("${(@f)$(gate "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
              compadd -a words_ || _files
            }
            compdef _gate gate

            """,
        "fish" => """
            complete -c gate -a '(gate "[suggest:"(commandline -C)"]" (commandline) 2>/dev/null)'

            """,
        _ => """
            Register-ArgumentCompleter -Native -CommandName gate -ScriptBlock {
              param($word, $ast, $position)
              gate "[suggest:$position]" "$ast" 2>$null | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }

            """,
    };
}
