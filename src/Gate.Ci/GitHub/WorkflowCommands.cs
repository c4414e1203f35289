using System.Globalization;
using System.Text;

namespace Gate.Ci.GitHub;

/// <summary>
/// The commands that a step gives the runner through its output, as
/// https://docs.github.com/actions/reference/workflow-commands-for-github-actions describes them.
/// </summary>
public static class WorkflowCommands
{
    // The runner cuts messages at 4096 characters and the checks API titles at 255; cutting here keeps the end readable.
    private const int LongestMessage = 2000;
    private const int LongestTitle = 200;

    /// <summary>The command that makes the runner ignore all commands until <see cref="ResumeCommands"/> with the same token.</summary>
    /// <param name="token">A text that nobody else can know.</param>
    public static string StopCommands(string token) => $"::stop-commands::{token}";

    /// <summary>The command that ends <see cref="StopCommands"/>.</summary>
    /// <param name="token">The same token.</param>
    public static string ResumeCommands(string token) => $"::{token}::";

    /// <summary>The command that shows an annotation.</summary>
    /// <param name="annotation">The annotation; its file is written as it is.</param>
    public static string Annotate(Annotation annotation)
    {
        var command = new StringBuilder(annotation.Level == AnnotationLevel.Error ? "::error " : "::warning ");
        if (!string.IsNullOrEmpty(annotation.File))
        {
            command.Append("file=").Append(EscapeProperty(annotation.File)).Append(',');
            if (annotation.Line > 0)
            {
                command.Append(CultureInfo.InvariantCulture, $"line={annotation.Line},");
                if (annotation.Column > 0) command.Append(CultureInfo.InvariantCulture, $"col={annotation.Column},");
            }
        }
        command.Append("title=").Append(EscapeProperty(Plain(annotation.Title, LongestTitle).Replace('\n', ' ')));
        return command.Append("::").Append(EscapeData(Plain(annotation.Message, LongestMessage))).ToString();
    }

    /// <summary>Escapes the message of a command.</summary>
    /// <param name="text">Any text.</param>
    public static string EscapeData(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    /// <summary>Escapes the value of a command's property.</summary>
    /// <param name="text">Any text.</param>
    public static string EscapeProperty(string text) => EscapeData(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);

    /// <summary>Text that may be printed as it is: no line of it is a command. See <see cref="GuardedWriter"/>.</summary>
    /// <param name="text">Any text, taken to begin at the beginning of a line.</param>
    public static string Neutralise(string text)
    {
        using var plain = new StringWriter(CultureInfo.InvariantCulture);
        using var guard = new GuardedWriter(plain);
        guard.Write(text);
        return plain.ToString();
    }

    // Control characters, and those that turn the direction of text round, could hide or recolour what the log shows of the annotation;
    // what it shows is printed elsewhere too, where a mark would be a command.
    private static string Plain(string text, int longest)
    {
        string spaced = string.Concat(text.Select(c => char.IsControl(c) && c != '\n' ? ' ' : c));
        string plain = Neutralise(string.Join('\n', spaced.Split('\n').Select(Terminal.PlainText.OneLine)));
        if (plain.Length <= longest) return plain;
        int end = char.IsHighSurrogate(plain[longest - 2]) ? longest - 2 : longest - 1;
        return plain[..end] + "…";
    }
}
