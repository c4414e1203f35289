using System.Globalization;
using System.Text.Json;
using Gate.Tests.Reference;

namespace Gate.Tests.Metrics.Golden;

/// <summary>Reads the reference files: NaN and infinities are strings there.</summary>
internal static class GoldenJson
{
    public static JsonElement Read(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(ReferenceFiles.Path($"golden/{file}")));
        return document.RootElement.Clone();
    }

    public static bool IsNumber(JsonElement value) => value.ValueKind == JsonValueKind.Number
        || value is { ValueKind: JsonValueKind.String } && value.GetString() is "NaN" or "Infinity" or "-Infinity";

    public static double Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number ? value.GetDouble() : double.Parse(value.GetString()!, CultureInfo.InvariantCulture);

    public static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(Number)];

    /// <summary>The text of a group's value as Gate names it; null where it is missing.</summary>
    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number => value.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.GetString() is "NaN" ? null : value.GetString(),
    };

    public static string?[] Texts(JsonElement array) => [.. array.EnumerateArray().Select(Text)];
}
