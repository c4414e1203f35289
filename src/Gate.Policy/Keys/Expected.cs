using Gate.Policy.Messages;
using Gate.Policy.Yaml;
using Gate.Wording;

namespace Gate.Policy.Keys;

/// <summary>Shapes and nodes in words, for messages and the reference page.</summary>
internal static class Expected
{
    private const int FewWords = 8;

    /// <summary>What a shape takes: <c>a number from 0 to 1</c>.</summary>
    public static string Of(Shape shape) => shape switch
    {
        TextShape text => text.What == "text" ? "text" : $"text ({text.What})",
        ValueShape value => value.What,
        NumberShape number => Number(number),
        SwitchShape => "true or false",
        OffShape => "false",
        DigestShape => "a SHA-256 digest (64 hexadecimal digits, also after 'sha256:')",
        DateShape => "a day such as 2027-01-31",
        ChoiceShape choice when choice.Choices.Count <= FewWords => Words.Or([.. choice.Choices.Select(c => c.Word)]),
        ChoiceShape choice => $"the name of a {choice.What}",
        ListShape list => $"a list, each {Of(list.Item)}",
        EitherShape either => string.Join(", or ", either.Forms.Select(Of)),
        NamedShape named => $"a map from each {named.What} to {Of(named.Value)}",
        VariantShape variant => $"a map with '{variant.By}' and its parameters",
        MapShape map => map.Keys.Count <= FewWords ? $"a map of {Words.Or([.. map.Keys.Select(key => key.Name)])}" : "a map",
        _ => throw new ArgumentException("unknown shape", nameof(shape)),
    };

    /// <summary>What stands there: <c>the number 3</c>.</summary>
    public static string Found(YamlNode node) => node switch
    {
        YamlScalar { Kind: ScalarKind.Null } => "nothing (null)",
        YamlScalar { Kind: ScalarKind.Boolean } scalar => scalar.Text,
        YamlScalar { Kind: ScalarKind.Text } scalar => $"the text '{Shown.Of(scalar.Text)}'",
        YamlScalar scalar => $"the number {Shown.Of(scalar.Text)}",
        YamlList { Items.Count: 0 } => "an empty list",
        YamlList => "a list",
        YamlMap { Entries.Count: 0 } => "an empty map",
        _ => "a map",
    };

    private static string Number(NumberShape number)
    {
        string what = number.Whole ? "a whole number" : "a number";
        (string above, string below) = number.Open ? ("above", "below") : ("from", "up to");
        return (number.Min, number.Max) switch
        {
            ({ } min, { } max) when min == max => Words.Number(min),
            ({ } min, { } max) when max >= int.MaxValue => $"{what} {above} {Words.Number(min)}",
            ({ } min, { } max) =>
                number.Open ? $"{what} above {Words.Number(min)} and below {Words.Number(max)}" : $"{what} from {Words.Number(min)} to "
                + $"{Words.Number(max)}",
            ({ } min, null) => number.Open ? $"{what} above {Words.Number(min)}" : $"{what}, at least {Words.Number(min)}",
            (null, { } max) => $"{what} {below} {Words.Number(max)}",
            _ => what,
        };
    }
}
