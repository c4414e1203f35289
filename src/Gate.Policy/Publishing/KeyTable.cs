using System.Text;
using Gate.Policy.Keys;
using Gate.Policy.Messages;
using Gate.Wording;

namespace Gate.Policy.Publishing;

/// <summary>Keys as a Markdown table.</summary>
internal static class KeyTable
{
    public static void Append(StringBuilder page, MapShape map)
    {
        page.Append("| key | value | default | meaning |\n|---|---|---|---|\n");
        foreach (Key key in map.Keys)
        {
            string fallback = key.Required ? "**required**" : key.DefaultText is { } text ? Cell(text) : key.DefaultYaml is { } value
                ? Code(value) : "";
            page.Append("| ").Append(Code(key.Name)).Append(" | ").Append(Cell(Type(key.Shape) + (key.Nullable ? ", or null" : "")))
                .Append(" | ").Append(fallback).Append(" | ").Append(Meaning(key)).Append(" |\n");
        }
        page.Append('\n');
    }

    /// <summary>Text that can stand in a table cell: nothing in it is markup of HTML or ends the cell.</summary>
    public static string Cell(string text) => Shown.OneLine(text)
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>Text as code that can stand in a table cell.</summary>
    public static string Code(string text) => $"`{Shown.OneLine(text).Replace("|", "\\|", StringComparison.Ordinal)}`";

    private static string Type(Shape shape) => shape switch
    {
        ChoiceShape { What: "metric" } => "the name of a [metric](#metrics)",
        ChoiceShape => "a word, see right",
        TextShape text => text.What,
        MapShape { Definition: { } name } => $"a map, see [{name}](#{name})",
        MapShape => "a map, see below",
        VariantShape => "a map of `algorithm` and [its parameters](#algorithms)",
        ListShape { Item: MapShape } => "a list of maps, see below",
        EitherShape either => Words.Or([.. either.Forms.Select(form => form is ListShape ? "a list of them" : Type(form))]),
        ListShape list => $"a list, each {Type(list.Item)}",
        _ => Expected.Of(shape),
    };

    private static string Meaning(Key key)
    {
        var text = new StringBuilder(Cell(key.Description));
        if (key.Aliases.Count > 0) text.Append(" Also: ").AppendJoin(", ", key.Aliases.Select(Code)).Append('.');
        if (key.Shape is ChoiceShape { What: not "metric" } words)
        {
            IEnumerable<string> choices =
                words.Choices.Select(choice => Code(choice.Word) + (choice.Meaning.Length > 0 ? ": " + Cell(choice.Meaning) : ""));
            text.Append("<br>").AppendJoin("<br>", choices);
        }
        else if (key.Examples.Count > 0)
        {
            text.Append("<br>Example: ").AppendJoin(", ", key.Examples.Select(Code));
        }
        return text.ToString();
    }
}
