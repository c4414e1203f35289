using System.Globalization;

namespace Gate.Ci.Terminal;

/// <summary>Asks on a terminal which of several things is meant.</summary>
public static class Choice
{
    private const int MostTries = 3;

    /// <summary>The chosen name; null where nothing was chosen: an empty line, the end of the input, or three answers that name
    /// none.</summary>
    /// <param name="question">The question, without a line end.</param>
    /// <param name="options">What may be chosen, each with what speaks for it.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="output">Where the question is shown.</param>
    public static string? Ask(string question, IReadOnlyList<(string Name, string Reason)> options, TextReader input, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        output.WriteLine(PlainText.OneLine(question));
        int width = options.Max(option => PlainText.OneLine(option.Name).Length);
        for (int i = 0; i < options.Count; i++)
            output.WriteLine(FormattableString.Invariant(
                $"  {i + 1}  {PlainText.OneLine(options[i].Name).PadRight(width)}  {PlainText.OneLine(options[i].Reason)}").TrimEnd());
        for (int tries = 0; tries < MostTries; tries++)
        {
            output.Write("A number, a name, or nothing to stop: ");
            output.Flush();
            if (input.ReadLine()?.Trim() is not { Length: > 0 } answer) return null;
            foreach ((string name, _) in options) if (name == answer) return name;
            if (int.TryParse(answer, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= options.Count)
                return options[number - 1].Name;
        }
        return null;
    }
}
