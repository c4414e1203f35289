using System.Text.Json;

namespace Gate.Reporting.Html;

/// <summary>One object of a template's model: names to texts, flags, nodes and lists. Plain dictionaries, so that a template can reach data
/// and no code.</summary>
internal sealed class Node : Dictionary<string, object?>
{
    internal Node(params ReadOnlySpan<(string Name, object? Value)> entries)
        : base(StringComparer.Ordinal)
    {
        foreach ((string name, object? value) in entries) this[name] = value;
    }

    /// <summary>A JSON value as a model; numbers become their JSON text, which no culture can change.</summary>
    internal static object? Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => FromObject(json),
        JsonValueKind.Array => json.EnumerateArray().Select(Of).ToList(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.GetRawText(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static Node FromObject(JsonElement json)
    {
        var node = new Node();
        foreach (JsonProperty property in json.EnumerateObject()) node[property.Name] = Of(property.Value);
        return node;
    }
}
