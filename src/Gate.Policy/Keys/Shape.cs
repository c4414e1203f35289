using System.Globalization;
using Gate.Policy.Messages;

namespace Gate.Policy.Keys;

/// <summary>
/// What a value of the policy language looks like. One tree of shapes drives the reader's checks, the JSON Schema and the reference page,
/// so that they cannot disagree.
/// </summary>
public abstract record Shape
{
    private protected Shape()
    {
    }
}

/// <summary>Text.</summary>
/// <param name="What">What the text is: <c>a column name</c>.</param>
/// <param name="Lines">Whether it may have several lines.</param>
public sealed record TextShape(string What = "text", bool Lines = false) : Shape
{
    /// <summary>What to do about a text with control characters, as a clause; null where there is nothing but to write it
    /// without.</summary>
    public string? Remedy { get; init; }
}

/// <summary>Any single value, kept exactly as written: <c>yes</c>, <c>1.0</c>, <c>true</c>.</summary>
/// <param name="What">What it is.</param>
/// <param name="Empty">Whether <c>""</c> is a value.</param>
public sealed record ValueShape(string What, bool Empty = false) : Shape;

/// <summary>A finite number.</summary>
/// <param name="Min">The smallest, or null.</param>
/// <param name="Max">The largest, or null.</param>
/// <param name="Whole">Whether it must be a whole number.</param>
/// <param name="Open">Whether the ends themselves are excluded.</param>
public sealed record NumberShape(double? Min = null, double? Max = null, bool Whole = false, bool Open = false) : Shape;

/// <summary>True or false.</summary>
public sealed record SwitchShape : Shape;

/// <summary>Only <c>false</c>.</summary>
public sealed record OffShape : Shape;

/// <summary>A day, such as 2027-01-31.</summary>
public sealed record DateShape : Shape
{
    /// <summary>A day written as year-month-day, or null.</summary>
    internal static DateOnly? Parse(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date : null;
}

/// <summary>A SHA-256 digest: 64 hexadecimal digits, also after <c>sha256:</c>.</summary>
public sealed record DigestShape : Shape
{
    /// <summary>What a digest looks like, as a regular expression of JSON Schema.</summary>
    internal const string Pattern = "^(sha256:)?[0-9a-fA-F]{64}$";

    private const string Prefix = "sha256:";

    /// <summary>A digest in the form <c>sha256:9f86d0…</c>, in small letters; null for what is none.</summary>
    internal static string? Parse(string? text)
    {
        string digits = text is null ? "" : text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : text;
        return digits.Length == 64 && digits.All(char.IsAsciiHexDigit) ? Prefix + digits.ToLowerInvariant() : null;
    }
}

/// <summary>One of several words.</summary>
/// <param name="What">What the words are: <c>metric</c>.</param>
/// <param name="Choices">The words.</param>
public sealed record ChoiceShape(string What, IReadOnlyList<Choice> Choices) : Shape
{
    /// <summary>All words, aliases included.</summary>
    public IEnumerable<string> All => Choices.SelectMany(choice => choice.Aliases.Prepend(choice.Word));

    /// <summary>The words of an enum, each with its meaning.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="what">What the words are.</param>
    /// <param name="meaning">What a member means, as a clause.</param>
    /// <param name="members">The members; all where none is given.</param>
    public static ChoiceShape Of<T>(string what, Func<T, string> meaning, params T[] members) where T : struct, Enum =>
        new(what, [.. (members.Length > 0 ? members : Enum.GetValues<T>())
            .Select(value => new Choice(Words.Snake(value), meaning(value)))]);
}

/// <summary>One of the words.</summary>
/// <param name="Word">The word.</param>
/// <param name="Meaning">What it means, as a clause.</param>
public sealed record Choice(string Word, string Meaning)
{
    /// <summary>Other words for the same.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}

/// <summary>A list.</summary>
/// <param name="Item">What its entries look like.</param>
/// <param name="Min">The least number of entries.</param>
public sealed record ListShape(Shape Item, int Min = 0) : Shape;

/// <summary>A value in one of several forms, told apart by whether a list, a map or a single value is written.</summary>
/// <param name="Forms">The forms.</param>
public sealed record EitherShape(IReadOnlyList<Shape> Forms) : Shape
{
    /// <summary>One of several forms.</summary>
    /// <param name="forms">The forms.</param>
    public static EitherShape Of(params Shape[] forms) => new(forms);

    /// <summary>One value, or a list of them.</summary>
    /// <param name="item">What one looks like.</param>
    /// <param name="min">The least number of entries of the list.</param>
    public static EitherShape OneOrMany(Shape item, int min = 0) => Of(item, new ListShape(item, min));
}

/// <summary>A map whose keys the user names.</summary>
/// <param name="What">What the keys are: <c>class</c>.</param>
/// <param name="Value">What the values look like.</param>
/// <param name="Min">The least number of keys.</param>
public sealed record NamedShape(string What, Shape Value, int Min) : Shape;

/// <summary>A map of known keys.</summary>
/// <param name="Keys">The keys.</param>
public sealed record MapShape(IReadOnlyList<Key> Keys) : Shape
{
    /// <summary>Rules between the keys.</summary>
    public IReadOnlyList<KeyRule> Rules { get; init; } = [];

    /// <summary>Words that are part of the language but that this version does not serve.</summary>
    public IReadOnlyList<string> Reserved { get; init; } = [];

    /// <summary>The name under which the schema defines a map that occurs several times, or null.</summary>
    public string? Definition { get; init; }

    internal Key? Find(string name) => Keys.FirstOrDefault(key => key.Name == name || key.Aliases.Contains(name));
}

/// <summary>A map whose keys depend on the value of one of them.</summary>
/// <param name="By">The key that decides.</param>
/// <param name="Variants">The maps, each with the deciding key, by that key's value.</param>
public sealed record VariantShape(string By, IReadOnlyList<KeyValuePair<Choice, MapShape>> Variants) : Shape
{
    internal ChoiceShape Choice => new(By, [.. Variants.Select(variant => variant.Key)]);

    internal MapShape? Find(string word) => Variants.FirstOrDefault(variant => variant.Key.Word == word).Value;
}
