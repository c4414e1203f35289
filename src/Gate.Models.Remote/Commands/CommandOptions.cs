namespace Gate.Models.Remote.Commands;

/// <summary>A program that reads rows as csv and writes what it says of each as csv.</summary>
/// <param name="Run">The program and its arguments; no shell reads them. <see cref="RowsFile"/> in an argument stands for a file of the
/// rows, which otherwise come on standard input; <see cref="AnswersFile"/> for the file to write, which otherwise is standard
/// output.</param>
/// <param name="Directory">Where it runs; a program with a slash in its name is looked for there.</param>
public sealed record CommandOptions(IReadOnlyList<string> Run, string Directory)
{
    /// <summary>What stands for the file of rows.</summary>
    public const string RowsFile = "{rows}";

    /// <summary>What stands for the file of answers.</summary>
    public const string AnswersFile = "{answers}";

    /// <summary>How long a call may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The program and its arguments on one line, for messages and results.</summary>
    public string Line => string.Join(' ', Run.Select(word => word.Length > 0 && !word.Any(char.IsWhiteSpace) ? word : $"'{word}'"));
}
