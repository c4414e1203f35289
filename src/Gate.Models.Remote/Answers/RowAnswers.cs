using System.Text.Json;
using Gate.Data;
using Gate.Wording;

namespace Gate.Models.Remote.Answers;

/// <summary>From what a server says of a row to the numbers of the contract.</summary>
/// <param name="schema">What answers mean.</param>
internal sealed class RowAnswers(RemoteSchema schema)
{
    private const int Listed = 6;

    /// <summary>The class of each score of an answer, in the order in which <see cref="Parts"/> gives them; empty where one number is the
    /// positive class's score or the value.</summary>
    private readonly int[] codes = ClassTexts.Codes(schema);

    /// <summary>Reads the answer to a row.</summary>
    /// <param name="answer">A value, a list of values, or values by name.</param>
    /// <param name="row">The row's number, for messages.</param>
    /// <param name="into">Where its numbers go: one, or one for each class.</param>
    /// <exception cref="ModelException">It is no such answer.</exception>
    public void Read(JsonElement answer, int row, Span<double> into) => Read([.. Parts(answer, row)], row, into);

    /// <summary>Reads the values that are an answer, in the order of the fields or of the model's classes.</summary>
    /// <inheritdoc cref="Read(JsonElement, int, Span{double})"/>
    public void Read(JsonElement[] parts, int row, Span<double> into)
    {
        if (schema.Meaning == AnswerMeaning.Classes) Class(parts, row, into);
        else if (schema.Task == TaskType.Regression) into[0] = Number(Only(parts, row, "one number"), row);
        else Scores(parts, row, into);
    }

    private IEnumerable<JsonElement> Parts(JsonElement answer, int row) => answer.ValueKind switch
    {
        JsonValueKind.Object when schema.Fields.Count == 0 => throw Wrong(row, "is one with names ("
            + string.Join(", ", answer.EnumerateObject().Take(Listed).Select(member => $"'{Shown.Of(member.Name)}'"))
            + "); name with 'fields' the one that is wanted, or one for each class"),
        JsonValueKind.Object => schema.Fields.SelectMany(field => answer.TryGetProperty(field.Value, out JsonElement part)
            ? Listing(part) : throw Wrong(row, $"has no '{Shown.Of(field.Value)}'"
                + NearestName.Hint(field.Value, answer.EnumerateObject().Take(100).Select(member => member.Name)))),
        _ when schema.Fields.Count > 0 => throw Wrong(row, "has no names, and 'fields' asks for some; remove 'fields'"),
        _ => Listing(answer),
    };

    private static JsonElement[] Listing(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Array ? [.. answer.EnumerateArray()] : [answer];

    private void Class(JsonElement[] parts, int row, Span<double> into)
    {
        JsonElement only = Only(parts, row, "one class");
        string text = only.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
            ? only.ToString() : throw Wrong(row, $"is {Kind(only)}, and a class is wanted");
        int code = ClassTexts.IndexOf(schema.Classes, text);
        if (code < 0) throw Wrong(row, $"is the class '{Shown.Of(text)}', which the label does not have"
            + $"{NearestName.Hint(text, schema.Classes)}");
        if (into.Length == 1) into[0] = code;
        else
        {
            into.Clear();
            into[code] = 1;
        }
    }

    private void Scores(JsonElement[] parts, int row, Span<double> into)
    {
        if (into.Length == 1 && parts.Length == 1)
        {
            into[0] = Number(parts[0], row);
            return;
        }
        if (codes.Length == 0)
            throw Wrong(row, FormattableString.Invariant($"has {parts.Length} scores without saying of which classes; say it in the order ")
                + "of the scores: 'classes: ["
                + string.Join(", ", schema.Classes.Order(StringComparer.Ordinal).Take(Listed).Select(Shown.Of))
                + $"{(schema.Classes.Count > Listed ? ", …" : "")}]', or in another order");
        if (parts.Length != codes.Length)
            throw Wrong(row, FormattableString.Invariant($"has {parts.Length} scores, and {codes.Length} classes are named"));
        if (into.Length > 1) into.Clear();
        for (int i = 0; i < codes.Length; i++)
        {
            double score = Number(parts[i], row);
            if (into.Length > 1) into[codes[i]] = score;
            else if (codes[i] == 1) into[0] = score;
        }
    }

    private static JsonElement Only(JsonElement[] parts, int row, string wanted) => parts is [var only] ? only
        : throw Wrong(row, FormattableString.Invariant($"has {parts.Length} values, and {wanted} is wanted"));

    private double Number(JsonElement part, int row) => part.ValueKind switch
    {
        JsonValueKind.Number when part.TryGetDouble(out double number) && double.IsFinite(number) => number,
        JsonValueKind.String or JsonValueKind.True or JsonValueKind.False when schema.Task != TaskType.Regression => throw Wrong(row,
            $"is '{Shown.Of(part.ToString())}', and a score is wanted; where the model answers with classes, say 'answers: classes'"),
        _ => throw Wrong(row, $"is {Kind(part)}, and a finite number is wanted"),
    };

    private static string Kind(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Null => "null",
        JsonValueKind.Array => "a list in a list",
        JsonValueKind.Object => "an object",
        _ => $"'{Shown.Of(part.ToString())}'",
    };

    private static ModelException Wrong(int row, string what) =>
        new(FormattableString.Invariant($"the answer to row {row + 1} {what}"));
}
