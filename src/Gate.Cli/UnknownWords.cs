using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Gate.Wording;

namespace Gate.Cli;

/// <summary>Words of the command line that are no command and no option: named as what they were meant to be, before they pass for a
/// file.</summary>
internal static class UnknownWords
{
    /// <summary>What is wrong with the words, or null.</summary>
    /// <param name="parsed">The command line.</param>
    public static string? Find(ParseResult parsed)
    {
        // A shell asks what could follow, which need not be known yet.
        if (parsed.Tokens.Any(token => token.Type == TokenType.Directive)) return null;
        Command command = parsed.CommandResult.Command;
        bool rest = false;
        foreach (Token token in parsed.Tokens)
        {
            if (token.Type == TokenType.DoubleDash) rest = true;
            if (rest || token.Type != TokenType.Argument) continue;
            if (command.Subcommands.Count > 0 && !token.Value.StartsWith('-'))
                return $"there is no command '{Shown.Of(token.Value)}'"
                    + NearestName.Hint(token.Value, command.Subcommands.Select(own => own.Name));
            if (LooksLikeOption(token.Value)) return Unknown(command, token.Value[..End(token.Value)]);
        }
        return null;
    }

    private static string Unknown(Command command, string option)
    {
        string[] known = [.. command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options)
            .Where(own => own.Recursive)).SelectMany(own => own.Aliases.Prepend(own.Name)).Where(name => name.StartsWith('-')).Distinct()];
        // Dashes are the same in all of them, and would make short names near to each other.
        string? near = NearestName.Find(option.TrimStart('-'), known.Select(name => name.TrimStart('-')).Where(name => name.Length > 1));
        string all = string.Join(", ", known.Where(name => name.StartsWith("--", StringComparison.Ordinal)));
        string hint = near is null ? $"; there are {all}" : $"; did you mean '--{near}'?";
        return $"'{command.Name}' has no option '{Shown.Of(option)}'{hint}";
    }

    // A negative number is a value, and a single dash stands for a stream.
    private static bool LooksLikeOption(string word) => word.Length > 1 && word[0] == '-'
        && !double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static int End(string word) => word.AsSpan().IndexOfAny('=', ':') is > 0 and int found ? found : word.Length;
}
