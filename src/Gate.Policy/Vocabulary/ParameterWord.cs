using Gate.Policy.Keys;

namespace Gate.Policy.Vocabulary;

/// <summary>A parameter of a learner or a metric.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type"><c>integer</c>, <c>number</c>, <c>boolean</c>, <c>choice</c>, <c>numbers by name</c> or <c>name lists</c>.</param>
/// <param name="Default">Its default, or null.</param>
/// <param name="Description">What it does.</param>
/// <param name="Min">The smallest value, or null.</param>
/// <param name="Max">The largest value, or null.</param>
/// <param name="Choices">The choices, or null.</param>
/// <param name="Nullable">Whether null is a value.</param>
public sealed record ParameterWord(string Name, string Type, object? Default, string Description, double? Min, double? Max,
    IReadOnlyList<string>? Choices, bool Nullable)
{
    /// <summary>Other names for it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What the names in it are: <c>column</c>, <c>class</c>.</summary>
    public string Named { get; init; } = "name";

    /// <summary>What its value looks like.</summary>
    public Shape Shape => Type switch
    {
        "integer" => new NumberShape(Min, Max, Whole: true),
        "number" => new NumberShape(Min, Max),
        "boolean" => new SwitchShape(),
        "choice" => Words,
        "numbers by name" when Choices is null => Numbers,
        "numbers by name" => EitherShape.Of(Numbers, Words),
        "name lists" => new ListShape(new ListShape(new TextShape($"a {Named}"), 1)),
        _ => throw new InvalidOperationException($"the parameter '{Name}' has the unknown type '{Type}'"),
    };

    /// <summary>The key that gives it.</summary>
    public Key Key => Typed;

    /// <summary>Its value in a section, under any of its names: <see cref="double"/>, <see cref="bool"/>, <see cref="string"/>, numbers by
    /// name, lists of names, or null.</summary>
    internal object? Value(Section section, string name) => Type switch
    {
        "numbers by name" when section.Scalar(name) is null => section.Node(name) is null ? null : section.NamedNumbers(name),
        "name lists" => section.Node(name) is null ? null
            : (IReadOnlyList<IReadOnlyList<string>>)[.. section.Entries(name).Select(entry => (IReadOnlyList<string>)Texts(entry.Node))],
        _ => section.Values().GetValueOrDefault(name),
    };

    private static string[] Texts(Yaml.YamlNode list) => list is Yaml.YamlList items
        ? [.. items.Items.OfType<Yaml.YamlScalar>().Select(scalar => scalar.Text)] : [];

    private ChoiceShape Words => new(Name, [.. (Choices ?? []).Select(choice => new Choice(choice, ""))]);

    private NamedShape Numbers => new(Named, new NumberShape(Min, Max), 1);

    private Key<object?> Typed => new(Name, Shape, Description, Default, Value)
    {
        Aliases = Aliases,
        Nullable = Nullable,
        DefaultYaml = Default switch
        {
            null => Nullable ? "null" : null,
            bool value => value ? "true" : "false",
            IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
            var text => text.ToString(),
        },
    };
}
