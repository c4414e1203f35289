using Gate.Policy.Keys;
using Gate.Policy.Yaml;
using Gate.Wording;

namespace Gate.Policy.Reading;

/// <summary>Holds a single value against its shape.</summary>
internal static class ScalarCheck
{
    /// <summary>What is wrong with a value, or null.</summary>
    public static string? Problem(YamlNode node, Shape shape) => (shape, node) switch
    {
        (TextShape text, YamlScalar { Kind: ScalarKind.Text } scalar) => Text(text, scalar.Text),
        (TextShape, YamlScalar { Kind: not ScalarKind.Null }) => $"{Mismatch(shape, node)}; put it in quotes",
        (ValueShape value, YamlScalar { Kind: not ScalarKind.Null } scalar) => Value(value, scalar.Text),
        (ValueShape { Empty: true }, YamlScalar { Text.Length: > 0 }) => null,
        (NumberShape number, YamlScalar { Kind: ScalarKind.Whole or ScalarKind.Number } scalar) => Number(number, scalar),
        (SwitchShape, YamlScalar { Kind: ScalarKind.Boolean }) => null,
        (OffShape, YamlScalar { Kind: ScalarKind.Boolean } scalar) when !CoreSchema.IsTrue(scalar) => null,
        (DateShape, YamlScalar { Kind: ScalarKind.Text } scalar) when DateShape.Parse(scalar.Text) is not null => null,
        (DigestShape, YamlScalar scalar) when DigestShape.Parse(scalar.Text) is not null => null,
        (ChoiceShape choice, YamlScalar { Kind: ScalarKind.Text } scalar) => Choice(choice, scalar.Text),
        _ => Mismatch(shape, node),
    };

    private static string Mismatch(Shape shape, YamlNode node) => $"expected {Expected.Of(shape)}, found {Expected.Found(node)}"
        + (shape is NumberShape && node is YamlScalar { Kind: ScalarKind.Text } scalar ? NumberHint.Of(scalar.Text) : "");

    private static string? Text(TextShape shape, string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return $"expected {Expected.Of(shape)}, found an empty text";
        bool clean = !text.Any(c => char.IsControl(c) && !(c == '\t' || (shape.Lines && c is '\n' or '\r')));
        return clean
            ? null : $"expected {Expected.Of(shape)} "
            + $"{(shape.Lines ? "without control characters" : "on one line, without control characters")}"
            + (shape.Remedy is { } remedy ? $"; {remedy}" : "");
    }

    private static string? Value(ValueShape shape, string text)
    {
        if (text.Length == 0 && !shape.Empty) return $"expected {shape.What}, found an empty text";
        return text.Any(char.IsControl) ? $"expected {shape.What} on one line, without control characters" : null;
    }

    private static string? Number(NumberShape shape, YamlScalar scalar)
    {
        double number = CoreSchema.ToDouble(scalar);
        if (!double.IsFinite(number))
            return $"expected {Expected.Of(shape)}, found {Shown.Of(scalar.Text)}, which is not a finite number";
        bool above = shape.Open ? number > shape.Min : !(number < shape.Min);
        bool below = shape.Open ? number < shape.Max : !(number > shape.Max);
        bool right = (shape.Min is null || above) && (shape.Max is null || below) && (!shape.Whole || double.IsInteger(number));
        return right ? null : Mismatch(shape, scalar);
    }

    private static string? Choice(ChoiceShape shape, string word)
    {
        if (shape.All.Contains(word)) return null;
        return $"unknown {shape.What} '{Shown.Of(word)}'{NearestName.Hint(word, shape.All)}";
    }
}
