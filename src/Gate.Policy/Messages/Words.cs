using System.Globalization;
using System.Text;
using Gate.Policy.Document;

namespace Gate.Policy.Messages;

/// <summary>Small matters of wording: texts from the file inside messages, and enum members as words of the language.</summary>
internal static class Words
{
    private const int Longest = 60;

    /// <summary>A text from the file, safe to stand inside a one-line message.</summary>
    public static string Short(string text)
    {
        string line = OneLine(text);
        if (line.Length <= Longest) return line;
        int cut = char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest;
        return line[..cut] + "…";
    }

    /// <summary>A text without line breaks and control characters, which could forge lines of a log.</summary>
    public static string OneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));

    /// <summary>The message of a problem without the key's path before it.</summary>
    public static string AfterPath(PolicyProblem problem) =>
        problem.Path.Length == 0 ? problem.Message : problem.Message[problem.Path.Length..];

    /// <summary>A number as a policy writes it.</summary>
    public static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary><c>BinaryClassification</c> as <c>binary_classification</c>.</summary>
    public static string Snake<T>(T value) where T : struct, Enum
    {
        var word = new StringBuilder();
        foreach (char c in value.ToString())
        {
            if (char.IsAsciiLetterUpper(c) && word.Length > 0) word.Append('_');
            word.Append(char.ToLowerInvariant(c));
        }
        return word.ToString();
    }

    /// <summary>The member that a word stands for, or null.</summary>
    public static T? Parse<T>(string word) where T : struct, Enum
    {
        foreach (T value in Enum.GetValues<T>())
            if (Snake(value) == word) return value;
        return null;
    }

    /// <summary><c>a, b or c</c>.</summary>
    public static string Or(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.Take(words.Count - 1))} or {words[^1]}";
}
