using System.Globalization;
using System.Text.Json.Nodes;
using Gate.Policy.Messages;
using Gate.Policy.Yaml;

namespace Gate.Policy.Publishing;

/// <summary>YAML values as JSON, so that examples and defaults are written once, as a policy writes them.</summary>
internal static class YamlJson
{
    /// <summary>The JSON of a YAML text; the text must be right.</summary>
    public static JsonNode? Of(string yaml)
    {
        var problems = new Problems("example");
        YamlNode node = YamlLoader.Load(yaml, problems);
        problems.ThrowIfAny();
        return Of(node);
    }

    private static JsonNode? Of(YamlNode node) => node switch
    {
        YamlMap map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, Of(entry.Value)))),
        YamlList list => new JsonArray([.. list.Items.Select(Of)]),
        YamlScalar { Kind: ScalarKind.Null } => null,
        YamlScalar { Kind: ScalarKind.Boolean } scalar => JsonValue.Create(CoreSchema.IsTrue(scalar)),
        YamlScalar { Kind: ScalarKind.Whole or ScalarKind.Number } scalar => Number(CoreSchema.ToDouble(scalar)),
        YamlScalar scalar => JsonValue.Create(scalar.Text),
        _ => throw new ArgumentException("unknown node", nameof(node)),
    };

    /// <summary>A number, without a point where it is whole. JSON has no infinities: they become texts, which no number is.</summary>
    public static JsonNode Number(double number)
    {
        if (!double.IsFinite(number)) return JsonValue.Create(number.ToString(CultureInfo.InvariantCulture));
        bool exact = double.IsInteger(number) && Math.Abs(number) <= PolicyLimits.LargestWhole;
        return exact ? JsonValue.Create((long)number) : JsonValue.Create(number);
    }
}
