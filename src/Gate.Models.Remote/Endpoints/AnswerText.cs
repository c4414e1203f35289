using System.Text.Json;
using Gate.Wording;

namespace Gate.Models.Remote.Endpoints;

/// <summary>The bytes of an answer as JSON.</summary>
internal static class AnswerText
{
    /// <summary>No answer has more levels.</summary>
    public static JsonDocumentOptions Options { get; } = new() { MaxDepth = 16 };

    /// <summary>Parses an answer.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="type">What the server says that it is; null where it does not.</param>
    /// <exception cref="ModelException">It is no JSON.</exception>
    public static JsonDocument Parse(byte[] bytes, string? type)
    {
        try
        {
            return JsonDocument.Parse(bytes, Options);
        }
        catch (JsonException error)
        {
            string what = bytes.Length == 0 ? "empty" : type is null || type.EndsWith("json", StringComparison.OrdinalIgnoreCase)
                ? "no JSON that is read (" + Shown.Of(error.Message) + ")" : Shown.Of(type) + " and no JSON";
            throw new ModelException($"the answer is {what}; is the address that of the scoring interface itself?", error);
        }
    }

    /// <summary>What a server says of a request that it refuses, on one line; empty where it says nothing that can be read.</summary>
    public static string Said(byte[] bytes)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(bytes, Options);
            foreach (string name in (string[])["message", "error", "detail", "error_code"])
                if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(name, out JsonElement text))
                    return $": {Cut(text.ToString())}";
            return json.RootElement.ValueKind == JsonValueKind.String ? $": {Cut(json.RootElement.GetString()!)}" : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static string Cut(string text) => Shown.OneLine(text.Length <= 300 ? text : text[..299] + "…");
}
