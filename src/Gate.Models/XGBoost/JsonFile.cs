using System.Text.Json;
using Gate.Wording;

namespace Gate.Models.XGBoost;

/// <summary>Reads JSON as XGBoost writes it: also with NaN and Infinity as bare words, which JSON does not have.</summary>
internal static class JsonFile
{
    /// <summary>How deep values may lie in each other.</summary>
    public const int MostDepth = 64;

    /// <summary>No text of a model begins with it.</summary>
    private const byte Mark = 0x7F;

    /// <summary>The value of a file.</summary>
    /// <exception cref="ModelException">It is no such JSON.</exception>
    public static FileNode Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        byte[] json = bytes.ToArray();
        MarkBareWords(json);
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MostDepth });
            reader.Read();
            object? value = Value(ref reader);
            if (reader.Read()) throw new ModelException("something follows after its end");
            return new(value, "");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            throw new ModelException($"it is no JSON: {Shown.OneLine(error.Message)}", error);
        }
    }

    private static object? Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Map(ref reader),
        JsonTokenType.StartArray => List(ref reader),
        JsonTokenType.String when reader.ValueSpan is [Mark, ..] => double.NaN,
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => reader.GetDouble(),
        JsonTokenType.True => 1.0,
        JsonTokenType.False => 0.0,
        _ => null,
    };

    private static Dictionary<string, object?> Map(ref Utf8JsonReader reader)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = reader.GetString()!;
            reader.Read();
            if (!map.TryAdd(key, Value(ref reader))) throw new ModelException($"'{Shown.Of(key)}' stands twice in one map");
        }
        return map;
    }

    private static object List(ref Utf8JsonReader reader)
    {
        var numbers = new List<double>();
        List<object?>? others = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            object? value = reader.TokenType == JsonTokenType.Number && others is null ? null : Value(ref reader);
            if (others is null && (value ?? (reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : null)) is double number)
                numbers.Add(number);
            else (others ??= [.. numbers.Cast<object?>()]).Add(value);
        }
        return others is null ? numbers.ToArray() : others;
    }

    /// <summary>Writes texts that begin with the mark in the place of bare words; both have room.</summary>
    private static void MarkBareWords(byte[] json)
    {
        bool inText = false;
        for (int i = 0; i < json.Length; i++)
        {
            if (inText && json[i] == '\\') i++;
            else if (json[i] == '"') inText = !inText;
            else if (!inText && json[i] is (byte)'N' or (byte)'I') MarkWord(json, ref i);
        }
    }

    private static void MarkWord(byte[] json, ref int at)
    {
        ReadOnlySpan<byte> rest = json.AsSpan(at);
        int length = rest.StartsWith("NaN"u8) ? 3 : rest.StartsWith("Infinity"u8) ? 8 : 0;
        if (length == 0) return;
        int start = length == 8 && at > 0 && json[at - 1] == '-' ? at - 1 : at, end = at + length - 1;
        json.AsSpan(start, end - start + 1).Fill(Mark);
        json[start] = json[end] = (byte)'"';
        at = end;
    }
}
