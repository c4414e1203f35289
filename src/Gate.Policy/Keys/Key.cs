using System.Globalization;
using Gate.Policy.Messages;

namespace Gate.Policy.Keys;

/// <summary>
/// A key of the policy language: its name, what its value looks like, what it means. The reader's checks, the JSON Schema and the reference
/// page come from it, and the binders read by it (<see cref="Section.Get{T}"/>), so that a name and a default stand in one place.
/// </summary>
public abstract record Key
{
    private protected Key(string name, Shape shape, string description) => (Name, Shape, Description) = (name, shape, description);

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Other names for it, for keys that another program has given more names than one.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What its value looks like.</summary>
    public Shape Shape { get; init; }

    /// <summary>What it says, in sentences for the schema and the reference page.</summary>
    public string Description { get; }

    /// <summary>Whether a policy must give it.</summary>
    public bool Required { get; init; }

    /// <summary>Whether null, or nothing after the colon, is the same as leaving it out.</summary>
    public bool Nullable { get; init; }

    /// <summary>The default as YAML, or null for none.</summary>
    public string? DefaultYaml { get; init; }

    /// <summary>The default where it is not a fixed value, in words.</summary>
    public string? DefaultText { get; init; }

    /// <summary>Examples as YAML.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>A text on one line, or on several.</summary>
    /// <param name="name">The key's name.</param>
    /// <param name="shape">What it looks like.</param>
    /// <param name="description">What it says.</param>
    public static Key<string?> Text(string name, TextShape shape, string description) =>
        new(name, shape, description, null, (section, key) => section.Scalar(key)?.Text);

    /// <summary>Any single value, kept exactly as written.</summary>
    /// <inheritdoc cref="Text"/>
    public static Key<string?> Value(string name, ValueShape shape, string description) =>
        new(name, shape, description, null, (section, key) => section.Scalar(key)?.Text);

    /// <summary>One of the words of a list that no enum holds, such as the names of metrics.</summary>
    /// <inheritdoc cref="Text"/>
    public static Key<string?> Word(string name, ChoiceShape shape, string description) =>
        new(name, shape, description, null, (section, key) => section.Scalar(key)?.Text);

    /// <summary>A number without a default; what else the shape takes reads as null.</summary>
    /// <inheritdoc cref="Text"/>
    public static Key<double?> Number(string name, Shape shape, string description) =>
        new(name, shape, description, null, (section, key) => section.Number(key));

    /// <summary>A number with a default.</summary>
    /// <inheritdoc cref="Text"/>
    /// <param name="name">The key's name.</param>
    /// <param name="shape">What it looks like.</param>
    /// <param name="otherwise">The default.</param>
    /// <param name="description">What it says.</param>
    public static Key<double> Number(string name, NumberShape shape, double otherwise, string description) =>
        new(name, shape, description, otherwise, (section, key) => section.Number(key) ?? otherwise)
            { DefaultYaml = Words.Number(otherwise) };

    /// <summary>A whole number without a default.</summary>
    /// <inheritdoc cref="Text"/>
    public static Key<long?> Whole(string name, NumberShape shape, string description) =>
        new(name, shape with { Whole = true }, description, null, (section, key) => (long?)section.Number(key));

    /// <summary>A whole number with a default.</summary>
    /// <inheritdoc cref="Number(string, NumberShape, double, string)"/>
    public static Key<long> Whole(string name, NumberShape shape, long otherwise, string description) =>
        new(name, shape with { Whole = true }, description, otherwise, (section, key) => (long?)section.Number(key) ?? otherwise)
            { DefaultYaml = otherwise.ToString(CultureInfo.InvariantCulture) };

    /// <summary>True or false, with a default.</summary>
    /// <param name="name">The key's name.</param>
    /// <param name="otherwise">The default.</param>
    /// <param name="description">What it says.</param>
    public static Key<bool> Switch(string name, bool otherwise, string description) =>
        new(name, new SwitchShape(), description, otherwise, (section, key) => section.Switch(key) ?? otherwise)
            { DefaultYaml = otherwise ? "true" : "false" };

    /// <summary>A day, as year-month-day.</summary>
    /// <param name="name">The key's name.</param>
    /// <param name="description">What it says.</param>
    public static Key<DateOnly?> Day(string name, string description) =>
        new(name, new DateShape(), description, null, (section, key) => DateShape.Parse(section.Scalar(key)?.Text));

    /// <summary>A member of an enum, without a default.</summary>
    /// <inheritdoc cref="Word{T}(string, string, T, Func{T, string}, string, T[])"/>
    public static Key<T?> Word<T>(string name, string what, Func<T, string> meaning, string description) where T : struct, Enum =>
        new(name, ChoiceShape.Of(what, meaning), description, null, (section, key) => section.Word<T>(key));

    /// <summary>A member of an enum, written in small letters with underscores, with a default.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="name">The key's name.</param>
    /// <param name="what">What the words are: <c>comparison</c>.</param>
    /// <param name="otherwise">The default.</param>
    /// <param name="meaning">What a member means, as a clause.</param>
    /// <param name="description">What the key says.</param>
    /// <param name="members">The members that the key takes; all where none is given.</param>
    public static Key<T> Word<T>(string name, string what, T otherwise, Func<T, string> meaning, string description, params T[] members)
        where T : struct, Enum =>
        new(name, ChoiceShape.Of(what, meaning, members), description, otherwise, (section, key) => section.Word<T>(key) ?? otherwise)
            { DefaultYaml = Words.Snake(otherwise) };

    /// <summary>Single values: one, or a list of them. Empty by default.</summary>
    /// <param name="name">The key's name.</param>
    /// <param name="shape">What it looks like.</param>
    /// <param name="description">What it says.</param>
    public static Key<IReadOnlyList<string>> Texts(string name, Shape shape, string description) =>
        new(name, shape, description, [], (section, key) => section.Texts(key));

    /// <summary>A list of numbers.</summary>
    /// <inheritdoc cref="Texts"/>
    public static Key<IReadOnlyList<double>?> Numbers(string name, ListShape shape, string description) =>
        new(name, shape, description, null, (section, key) => section.Numbers(key));

    /// <summary>One text, which has the name <c>""</c>, or texts by name.</summary>
    /// <inheritdoc cref="Texts"/>
    public static Key<IReadOnlyList<KeyValuePair<string, string>>> NamedTexts(string name, Shape shape, string description) =>
        new(name, shape, description, [], (section, key) => section.NamedTexts(key));

    /// <summary>Numbers by name.</summary>
    /// <inheritdoc cref="Texts"/>
    public static Key<IReadOnlyDictionary<string, double>> NamedNumbers(string name, NamedShape shape, string description) =>
        new(name, shape, description, new Dictionary<string, double>(), (section, key) => section.NamedNumbers(key));

    /// <summary>Lists of single values by name.</summary>
    /// <inheritdoc cref="Texts"/>
    public static Key<IReadOnlyDictionary<string, IReadOnlyList<string>>> NamedLists(string name, NamedShape shape, string description) =>
        new(name, shape, description, new Dictionary<string, IReadOnlyList<string>>(), (section, key) => section.NamedLists(key));

    /// <summary>Digests by name, in the order of the file.</summary>
    /// <inheritdoc cref="Texts"/>
    public static Key<IReadOnlyList<KeyValuePair<string, string>>> NamedDigests(string name, NamedShape shape, string description) =>
        new(name, shape, description, [], (section, key) => [.. section.NamedTexts(key)
            .Select(pair => KeyValuePair.Create(pair.Key, DigestShape.Parse(pair.Value) ?? ""))]);

    /// <summary>A SHA-256 digest, read as <c>sha256:</c> and 64 digits in small letters.</summary>
    /// <param name="name">The key's name.</param>
    /// <param name="description">What it says.</param>
    public static Key<string?> Digest(string name, string description) =>
        new(name, new DigestShape(), description, null, (section, key) => DigestShape.Parse(section.Scalar(key)?.Text));

    /// <summary>A map, or a value that may be written as one; what is no map reads as null.</summary>
    /// <inheritdoc cref="Texts"/>
    public static Key<Section?> Map(string name, Shape shape, string description) =>
        new(name, shape, description, null, (section, key) => section.Child(key));

    /// <summary>A map, for which a single value may stand: that of the key that a map cannot do without.</summary>
    /// <inheritdoc cref="Texts"/>
    /// <param name="name">The key's name.</param>
    /// <param name="only">The key whose value may stand alone.</param>
    /// <param name="shape">What the map looks like.</param>
    /// <param name="description">What it says.</param>
    public static Key<Section?> MapOrValue(string name, Key only, MapShape shape, string description)
    {
        ArgumentNullException.ThrowIfNull(only);
        return new(name, EitherShape.Of(only.Shape, shape), description, null, (section, key) => section.Child(key, only.Name));
    }
}

/// <summary>A key whose value is read as a <typeparamref name="T"/>.</summary>
/// <typeparam name="T">What is read; nullable where the key has no default.</typeparam>
public sealed record Key<T> : Key
{
    private readonly Func<Section, string, T> read;

    internal Key(string name, Shape shape, string description, T otherwise, Func<Section, string, T> read)
        : base(name, shape, description) => (Default, this.read) = (otherwise, read);

    /// <summary>What a policy means that does not give the key, or gives a wrong value, which is reported elsewhere.</summary>
    public T Default { get; }

    /// <summary>The key's value in a section.</summary>
    internal T Of(Section section) => section.Node(Name) is null ? Default : read(section, Name);
}
