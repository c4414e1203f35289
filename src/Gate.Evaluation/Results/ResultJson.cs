using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gate.Evaluation.Results;

/// <summary>Writes and reads <c>result.json</c>: snake_case, two spaces, shortest round-trip numbers, LF, a final newline; the same bytes for the same result.</summary>
public static class ResultJson
{
    /// <summary>The JSON text of a result.</summary>
    /// <param name="result">The result.</param>
    public static string Write(GateResult result) => JsonSerializer.Serialize(result, ResultJsonContext.Default.GateResult).Replace("\r\n", "\n", StringComparison.Ordinal) + "\n";

    /// <summary>Reads a result.</summary>
    /// <param name="json">The text of a <c>result.json</c>.</param>
    /// <exception cref="JsonException">The text is not a result of version 1.</exception>
    public static GateResult Read(string json)
    {
        GateResult result = JsonSerializer.Deserialize(json, ResultJsonContext.Default.GateResult) ?? throw new JsonException("the file holds null, not a result");
        return result.Version == 1 ? result : throw new JsonException($"this is a result of version {result.Version}; this Gate reads version 1");
    }
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.Never, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(GateResult))]
internal sealed partial class ResultJsonContext : JsonSerializerContext;
