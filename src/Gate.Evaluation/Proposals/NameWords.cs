using System.Text.RegularExpressions;

namespace Gate.Evaluation.Proposals;

/// <summary>The words that a column's or a file's name is made of.</summary>
internal static partial class NameWords
{
    private static readonly string[] hisses = ["s", "x", "z", "ch", "sh"];

    /// <summary>The words in lower case, in order: <c>isFraud</c> is <c>is</c> and <c>fraud</c>.</summary>
    public static string[] Of(string name) => Boundary().Replace(name, "$1 $2").ToLowerInvariant()
        .Split(['_', '-', '.', ' ', '(', ')', '/', ':'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether two words are the same but for the ending of a plural.</summary>
    public static bool Same(string one, string other) => one == other || IsPlural(one, other) || IsPlural(other, one);

    /// <summary>Whether a word is the plural of another: <c>rows</c>, <c>movies</c>, <c>categories</c>, <c>classes</c>, <c>boxes</c>.
    /// The <c>s</c> of <c>class</c> makes no plural, nor that of words of three letters (<c>gas</c>).</summary>
    private static bool IsPlural(string plural, string word) =>
        (plural.Length > 3 && plural == word + "s" && !Ends(word, "s"))
        || (Ends(word, "y") && plural.Length > 4 && plural == word[..^1] + "ies")
        || (hisses.Any(hiss => Ends(word, hiss)) && plural == word + "es");

    private static bool Ends(string word, string end) => word.EndsWith(end, StringComparison.Ordinal);

    [GeneratedRegex("([a-z0-9])([A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Boundary();
}
