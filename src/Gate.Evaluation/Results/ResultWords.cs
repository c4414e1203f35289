using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gate.Evaluation.Results;

/// <summary>Verdicts and outcomes as <c>result.json</c>, exit lines and step outputs write them: the names of the enums in lower
/// case.</summary>
public static class ResultWords
{
    /// <summary>The word: <c>pass</c>, <c>fail</c>, …</summary>
    /// <param name="verdict">The verdict.</param>
    public static string Word(this Verdict verdict) => WordConverter<Verdict>.Word(verdict);

    /// <summary>The word: <c>satisfied</c>, <c>violated</c>, …</summary>
    /// <param name="outcome">The outcome.</param>
    public static string Word(this Outcome outcome) => WordConverter<Outcome>.Word(outcome);

    /// <summary>The verdict of a result as people should see it: a pass for which nothing was judged is only a report.</summary>
    /// <param name="result">The result.</param>
    public static Verdict Seen(this GateResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        VerdictCounts counts = result.Counts;
        bool judged = counts.Pass + counts.Warn + counts.Fail + counts.Inconclusive > 0;
        return result.Verdict == Verdict.Pass && !judged ? Verdict.Inform : result.Verdict;
    }

    /// <summary>All words of an enum, in its order.</summary>
    /// <typeparam name="T"><see cref="Verdict"/> or <see cref="Outcome"/>.</typeparam>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => WordConverter<T>.Words;
}

/// <summary>Writes and reads an enum as its lower-case words, and nothing but these: no numbers, no other spelling.</summary>
/// <typeparam name="T">An enum whose values are 0, 1, 2, …, each named with one word.</typeparam>
internal sealed class WordConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly T[] Values = Enum.GetValues<T>();

    /// <summary>The words, in the enum's order.</summary>
    public static string[] Words { get; } = [.. Values.Select(value => value.ToString().ToLowerInvariant())];

    /// <summary>The word of a value.</summary>
    public static string Word(T value) => Words[Array.IndexOf(Values, value)];

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? word = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        int index = Array.IndexOf(Words, word);
        return index >= 0 ? Values[index] : throw new JsonException(
            $"'{word}' is no {typeof(T).Name.ToLowerInvariant()}; there are {string.Join(", ", Words)}");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Word(value));
}
