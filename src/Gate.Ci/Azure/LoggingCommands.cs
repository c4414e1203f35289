using System.Globalization;
using System.Text;

namespace Gate.Ci.Azure;

/// <summary>The commands that a task gives Azure Pipelines through its output, as
/// https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands describes them.</summary>
public static class LoggingCommands
{
    private const int LongestMessage = 2000;

    /// <summary>The command that shows an issue of the run.</summary>
    /// <param name="annotation">The annotation.</param>
    public static string Issue(Annotation annotation)
    {
        ArgumentNullException.ThrowIfNull(annotation);
        var command = new StringBuilder("##vso[task.logissue type=")
            .Append(annotation.Level == AnnotationLevel.Error ? "error" : "warning");
        if (!string.IsNullOrEmpty(annotation.File))
        {
            command.Append(";sourcepath=").Append(Property(annotation.File));
            if (annotation.Line > 0) command.Append(CultureInfo.InvariantCulture, $";linenumber={annotation.Line}");
            if (annotation.Column > 0) command.Append(CultureInfo.InvariantCulture, $";columnnumber={annotation.Column}");
        }
        string text = $"{annotation.Title}: {annotation.Message}";
        return command.Append(']').Append(Data(text.Length <= LongestMessage ? text : text[..LongestMessage] + "…")).ToString();
    }

    /// <summary>The command that shows a Markdown file on the run's page.</summary>
    /// <param name="path">The file, absolute.</param>
    public static string Summary(string path) => $"##vso[task.uploadsummary]{Data(path)}";

    /// <summary>The command that sets a variable for the tasks and jobs that follow.</summary>
    /// <param name="name">Its name: letters.</param>
    /// <param name="value">Its value.</param>
    public static string Variable(string name, string value) => $"##vso[task.setvariable variable={name};isOutput=true]{Data(value)}";

    private static string Property(string text) => Data(text).Replace(";", "%3B", StringComparison.Ordinal)
        .Replace("]", "%5D", StringComparison.Ordinal);

    private static string Data(string text) => text.Replace("%", "%AZP25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
}
