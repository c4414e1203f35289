using System.Globalization;
using System.Text;
using Gate.Policy.Document;

namespace Gate.Policy.Messages;

/// <summary>Small matters of wording: enum members as words of the language, numbers, lists in a sentence.</summary>
internal static class Words
{
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
