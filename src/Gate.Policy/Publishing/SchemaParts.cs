using System.Text.Json.Nodes;
using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Messages;
using Gate.Policy.Vocabulary;

namespace Gate.Policy.Publishing;

/// <summary>Pieces of JSON Schema that rules are put together from. Each copies what it is given, since a node has one parent.</summary>
internal static class SchemaParts
{
    /// <summary>The condition is on one of the metrics.</summary>
    public static JsonObject MetricIn(IEnumerable<MetricWord> metrics) => new()
    {
        ["required"] = ShapeSchema.Names(["metric"]),
        ["properties"] =
            new JsonObject { ["metric"] = ShapeSchema.OneOf(metrics.SelectMany(metric => metric.Aliases.Prepend(metric.Name))) },
    };

    /// <summary>Groups are compared that way.</summary>
    public static JsonObject Compared(CompareSpec compare) => Is("compare", Words.Snake(compare));

    /// <summary>Groups are compared by a difference or a ratio.</summary>
    public static JsonObject Compared() => AnyOf(Is("compare", "difference"), Is("compare", "ratio"));

    /// <summary>Every condition fits.</summary>
    public static JsonObject Conditions(JsonObject each) => Property("conditions", new JsonObject { ["items"] = each });

    /// <summary>Groups are compared.</summary>
    public static JsonObject GivenBy() => ShapeSchema.Given("by", nullable: true);

    /// <summary>The key is given.</summary>
    public static JsonObject Given(Key key) => Given(key.Name);

    /// <summary>The key is given.</summary>
    public static JsonObject Given(string key) => ShapeSchema.Given(key, nullable: false);

    /// <summary>The key is given and has the word.</summary>
    public static JsonObject Is(string key, string word) => In(key, new JsonObject { ["const"] = word });

    /// <summary>The key is given and its value fits.</summary>
    public static JsonObject In(string key, JsonObject value)
    {
        JsonObject schema = Property(key, value);
        schema["required"] = ShapeSchema.Names([key]);
        return schema;
    }

    /// <summary>The value of the key fits where it is given.</summary>
    public static JsonObject Property(string key, JsonObject value) =>
        new() { ["properties"] = new JsonObject { [key] = value.DeepClone() } };

    /// <summary>Where the one fits, the other does.</summary>
    public static JsonObject If(JsonObject condition, JsonObject then) =>
        new() { ["if"] = condition.DeepClone(), ["then"] = then.DeepClone() };

    /// <summary>What does not fit.</summary>
    public static JsonObject Not(JsonObject schema) => new() { ["not"] = schema.DeepClone() };

    /// <summary>All of them fit.</summary>
    public static JsonObject AllOf(params JsonObject[] schemas) =>
        new() { ["allOf"] = new JsonArray([.. schemas.Select(schema => schema.DeepClone())]) };

    /// <summary>At least one of them fits.</summary>
    public static JsonObject AnyOf(params JsonObject[] schemas) =>
        new() { ["anyOf"] = new JsonArray([.. schemas.Select(schema => schema.DeepClone())]) };
}
