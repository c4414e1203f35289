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

    /// <summary>The JSON text of a result. Beyond ASCII, and where HTML means something by a character, strings hold \uXXXX.</summary>
    /// <param name="result">The result.</param>
    public static string Write(GateResult result) => Encoding.UTF8.GetString(Utf8(result));

    /// <summary>The same in UTF-8.</summary>
    /// <param name="result">The result.</param>
    public static byte[] Utf8(GateResult result) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(result, ResultWriterContext.Default.GateResult), (byte)'\n'];

    /// <summary>Reads a result.</summary>
    /// <param name="json">The text of a <c>result.json</c>.</param>
    /// <exception cref="JsonException">The text is not a result of version 1.</exception>
    public static GateResult Read(string json)
    {
        GateResult result = JsonSerializer.Deserialize(json, Strict.GateResult)
            ?? throw new JsonException("the file holds null, not a result");
        if (result.Version != 1) throw new JsonException($"this is a result of version {result.Version}; this Gate reads version 1");
        RequireValues(json);
        ResultRules.Require(result);
        return result;
    }

    // The types say which members may be null, but nothing about the entries of a list; none of a result's ever are. A number that no
    // double holds is read as infinity, which no run writes.
    private static void RequireValues(string json)
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
            else if (reader.TokenType == JsonTokenType.Number && !(reader.TryGetDouble(out double number) && double.IsFinite(number)))
                throw new JsonException($"the number at byte {reader.TokenStartIndex} is too large");
        }
    }
}

/// <summary>How a result is read, and what its schema is made of.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never, RespectRequiredConstructorParameters = true,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(GateResult))]
internal sealed partial class ResultJsonContext : JsonSerializerContext;

/// <summary>How a result is written: by code that was generated ahead, without a description of its types, which would be put together and
/// compiled in each run.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never, GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(GateResult))]
internal sealed partial class ResultWriterContext : JsonSerializerContext;
