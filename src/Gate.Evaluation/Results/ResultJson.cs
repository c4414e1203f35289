using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gate.Evaluation.Results;

/// <summary>Writes and reads <c>result.json</c>: snake_case, two spaces, shortest round-trip numbers, LF, a final newline; the same bytes
/// for the same result.</summary>
public static class ResultJson
{
    // Strict in reading only: the published schema is that of the context's own options.
    private static readonly ResultJsonContext Strict =
        new(new JsonSerializerOptions(ResultJsonContext.Default.Options) { RespectNullableAnnotations = true });

    private static readonly string[] RunVerdicts = ["pass", "warn", "fail", "inconclusive"];

    /// <summary>The JSON text of a result.</summary>
    /// <param name="result">The result.</param>
    public static string Write(GateResult result) => JsonSerializer.Serialize(result, ResultJsonContext.Default.GateResult)
        .Replace("\r\n", "\n", StringComparison.Ordinal) + "\n";

    /// <summary>Reads a result.</summary>
    /// <param name="json">The text of a <c>result.json</c>.</param>
    /// <exception cref="JsonException">The text is not a result of version 1.</exception>
    public static GateResult Read(string json)
    {
        GateResult result = JsonSerializer.Deserialize(json, Strict.GateResult)
            ?? throw new JsonException("the file holds null, not a result");
        if (result.Version != 1) throw new JsonException($"this is a result of version {result.Version}; this Gate reads version 1");
        RequireEntries(json);
        RequireVerdicts(result);
        return result;
    }

    // The types say which members may be null, but nothing about the entries of a list; none of a result's ever are.
    private static void RequireEntries(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        var inArray = new Stack<bool>();
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                inArray.Push(reader.TokenType == JsonTokenType.StartArray);
            else if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject) inArray.Pop();
            else if (reader.TokenType == JsonTokenType.Null && inArray.TryPeek(out bool array) && array)
                throw new JsonException($"a list holds null at byte {reader.TokenStartIndex}");
        }
    }

    private static void RequireVerdicts(GateResult result)
    {
        if (Unknown([result.Verdict], RunVerdicts) is { } run)
            throw new JsonException($"'{run}' is no verdict; there are {string.Join(", ", RunVerdicts)}");
        if (Unknown(result.Findings.Select(finding => finding.Verdict), [.. RunVerdicts, "inform"]) is { } found)
            throw new JsonException($"a finding's verdict is '{found}'; there are {string.Join(", ", RunVerdicts)} and inform");
    }

    private static string? Unknown(IEnumerable<string> verdicts, string[] known) =>
        verdicts.FirstOrDefault(verdict => !known.Contains(verdict));
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(GateResult))]
internal sealed partial class ResultJsonContext : JsonSerializerContext;
