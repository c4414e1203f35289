using System.Text.RegularExpressions;

namespace Gate.Evaluation.Proposals;

/// <summary>The words that a column's or a file's name is made of.</summary>
internal static partial class NameWords
{
    /// <summary>The words in lower case, in order: <c>isFraud</c> is <c>is</c> and <c>fraud</c>.</summary>
    public static string[] Of(string name) => Boundary().Replace(name, "$1 $2").ToLowerInvariant()
        .Split(['_', '-', '.', ' ', '(', ')', '/', ':'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether two words are the same but for the ending of a plural.</summary>
    public static bool Same(string one, string other) => Singular(one) == Singular(other);

    private static string Singular(string word) =>
        word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
        : word.Length > 3 && word.EndsWith('s') ? word[..^1] : word;

    [GeneratedRegex("([a-z0-9])([A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Boundary();
}
