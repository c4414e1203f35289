using System.Text.Json.Nodes;
using Gate.Policy.Keys;
using Gate.Policy.Yaml;

namespace Gate.Policy.Publishing;

/// <summary>Shapes as JSON Schema.</summary>
/// <param name="definitions">Where shapes that occur several times are defined.</param>
internal sealed class ShapeSchema(JsonObject definitions)
{
    // The same characters that the reader refuses.
    private const string OneLine = @"^(?=.*\S)[^\u0000-\u0008\u000A-\u001F\u007F-\u009F]*$";
    private const string ManyLines = @"^(?=[\s\S]*\S)[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]*$";

    public JsonObject Of(Shape shape) => shape switch
    {
        TextShape text => new() { ["type"] = "string", ["pattern"] = text.Lines ? ManyLines : OneLine },
        ValueShape value => new() { ["type"] = new JsonArray("string", "number", "boolean"), ["minLength"] = value.Empty ? 0 : 1 },
        NumberShape number => Number(number),
        SwitchShape => new() { ["type"] = "boolean" },
        OffShape => new() { ["const"] = false },
        DateShape =>
            new() { ["type"] = "string", ["format"] = "date", ["pattern"] = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" },
        DigestShape => new() { ["type"] = "string", ["pattern"] = DigestShape.Pattern },
        ChoiceShape choice => Choice(choice),
        ListShape list => List(list),
        EitherShape either => new() { ["anyOf"] = new JsonArray([.. either.Forms.Select(Of)]) },
        NamedShape named =>
            new() { ["type"] = "object", ["additionalProperties"] = Of(named.Value),
            ["propertyNames"] = new JsonObject { ["minLength"] = 1 }, ["minProperties"] = named.Min,
            ["maxProperties"] = PolicyLimits.Entries },
        VariantShape { Variants.Count: 0 } => OneOf([]),
        VariantShape variant =>
            new() { ["type"] = "object", ["oneOf"] = new JsonArray([.. variant.Variants.Select(v => Variant(variant.By, v))]) },
        MapShape { Definition: { } name } map => Shared(name, map),
        MapShape map => Map(map),
        _ => throw new ArgumentException("unknown shape", nameof(shape)),
    };

    private JsonObject Shared(string name, MapShape map)
    {
        if (!definitions.ContainsKey(name)) definitions[name] = Map(map);
        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    private JsonObject Map(MapShape map)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(map.Keys.SelectMany(key => key.Aliases.Prepend(key.Name)
                .Select(name => KeyValuePair.Create(name, (JsonNode?)Property(key))))),
            ["additionalProperties"] = false,
        };
        if (map.Keys.Any(key => key.Required)) schema["required"] = Names(map.Keys.Where(key => key.Required).Select(key => key.Name));
        JsonNode?[] rules = [.. map.Rules.Select(rule => Rule(rule, map))];
        if (rules.Length > 0) schema["allOf"] = new JsonArray(rules);
        return schema;
    }

    private JsonObject Property(Key key)
    {
        JsonObject value = Of(key.Shape);
        JsonObject schema = key.Nullable ? OrNull(value) : value;
        schema.Insert(0, "description", key.DefaultText is null
            ? key.Description : $"{key.Description} Default: {key.DefaultText.Replace("`", "", StringComparison.Ordinal)}.");
        if (key.DefaultYaml is not null) schema["default"] = YamlJson.Of(key.DefaultYaml);
        if (key.Examples.Count > 0) schema["examples"] = new JsonArray([.. key.Examples.Select(YamlJson.Of)]);
        return schema;
    }

    private static JsonObject OrNull(JsonObject schema)
    {
        if (schema["type"] is not JsonValue type || schema.ContainsKey("enum"))
            return new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
        schema["type"] = new JsonArray(type.GetValue<string>(), "null");
        return schema;
    }

    private JsonObject Variant(string by, KeyValuePair<Choice, MapShape> variant)
    {
        JsonObject schema = Map(variant.Value);
        ((JsonObject)schema["properties"]!)[by] = new JsonObject { ["description"] = variant.Key.Meaning, ["const"] = variant.Key.Word };
        schema.Insert(0, "title", variant.Key.Word);
        return schema;
    }

    private static JsonObject Choice(ChoiceShape choice)
    {
        JsonObject schema = OneOf(choice.All);
        // Editors show these beside the words; the schema's own vocabulary has one text for all of them only.
        if (choice.Choices.Any(c => c.Meaning.Length > 0))
            schema["enumDescriptions"] = Names(choice.Choices.SelectMany(c => Enumerable.Repeat(c.Meaning, 1 + c.Aliases.Count)));
        return schema;
    }

    private JsonObject List(ListShape list)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = Of(list.Item), ["maxItems"] = PolicyLimits.Entries };
        if (list.Min > 0) schema["minItems"] = list.Min;
        return schema;
    }

    private static JsonObject Number(NumberShape number)
    {
        if (number is { Min: { } only, Max: { } same } && only == same) return new JsonObject { ["const"] = YamlJson.Number(only) };
        var schema = new JsonObject { ["type"] = number.Whole ? "integer" : "number" };
        if (number.Min is { } min) schema[number.Open ? "exclusiveMinimum" : "minimum"] = YamlJson.Number(min);
        if (number.Max is { } max) schema[number.Open ? "exclusiveMaximum" : "maximum"] = YamlJson.Number(max);
        return schema;
    }

    // A nullable key that is null counts as not given, here as in the reader.
    private static JsonObject Rule(KeyRule rule, MapShape map)
    {
        JsonObject[] given = [.. rule.Keys.Select(key => Given(key, map.Find(key)!.Nullable))];
        return rule.Kind switch
        {
            KeyRuleKind.ExactlyOne => new JsonObject { ["oneOf"] = new JsonArray([.. given]) },
            KeyRuleKind.AtLeastOne => new JsonObject { ["anyOf"] = new JsonArray([.. given]) },
            KeyRuleKind.AtMostOne => new JsonObject { ["not"] = new JsonObject { ["allOf"] = new JsonArray([.. given]) } },
            _ => new JsonObject { ["if"] = given[0], ["then"] = given[1] },
        };
    }

    /// <summary>A schema that holds when a key is given.</summary>
    public static JsonObject Given(string key, bool nullable)
    {
        var schema = new JsonObject { ["required"] = Names([key]) };
        if (nullable) schema["properties"] = new JsonObject { [key] = new JsonObject { ["not"] = new JsonObject { ["type"] = "null" } } };
        return schema;
    }

    /// <summary>A schema that holds for the words; of no words there is none.</summary>
    public static JsonObject OneOf(IEnumerable<string> words) =>
        Names(words) is { Count: > 0 } names ? new JsonObject { ["enum"] = names } : new JsonObject { ["not"] = new JsonObject() };

    public static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => (JsonNode?)JsonValue.Create(name))]);
}
