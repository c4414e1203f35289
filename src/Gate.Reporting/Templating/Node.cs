using System.Text.Json;
using Scriban.Runtime;

namespace Gate.Reporting.Templating;

/// <summary>One object of a template's model: names to texts, flags, nodes and lists. A template can reach data and no code.</summary>
internal sealed class Node : ScriptObject
{
    internal Node(params ReadOnlySpan<(string Name, object? Value)> entries)
    {
        foreach ((string name, object? value) in entries) this[name] = value;
    }

    /// <summary>Terms and what they stand for, for a list of definitions; those without text are left out.</summary>
    internal static List<Node> Terms(params IEnumerable<(string Name, string? Text)> terms) =>
        [.. terms.Where(term => term.Text is not null).Select(term => new Node(("term", term.Name), ("text", term.Text)))];

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
