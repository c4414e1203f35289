using Gate.Policy.Keys;

namespace Gate.Policy.Vocabulary;

/// <summary>A parameter of a learner or a metric.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type"><c>integer</c>, <c>number</c>, <c>boolean</c> or <c>choice</c>.</param>
/// <param name="Default">Its default, or null.</param>
/// <param name="Description">What it does.</param>
/// <param name="Min">The smallest value, or null.</param>
/// <param name="Max">The largest value, or null.</param>
/// <param name="Choices">The choices, or null.</param>
/// <param name="Nullable">Whether null is a value.</param>
public sealed record ParameterWord(string Name, string Type, object? Default, string Description, double? Min, double? Max,
    IReadOnlyList<string>? Choices, bool Nullable)
{
    /// <summary>What its value looks like.</summary>
    public Shape Shape => Type switch
    {
        "integer" => new NumberShape(Min, Max, Whole: true),
        "number" => new NumberShape(Min, Max),
        "boolean" => new SwitchShape(),
        "choice" => new ChoiceShape(Name, [.. (Choices ?? []).Select(choice => new Choice(choice, ""))]),
        _ => throw new InvalidOperationException($"the parameter '{Name}' has the unknown type '{Type}'"),
    };

    /// <summary>The key that gives it.</summary>
    public Key Key => new Key<object?>(Name, Shape, Description, Default, (section, name) => section.Values()[name])
    {
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
