using System.Text;
using Gate.Policy.Keys;
using Gate.Policy.Language;
using Gate.Policy.Publishing;
using Gate.Policy.Vocabulary;

namespace Gate.Policy;

/// <summary>The reference page of the policy language.</summary>
public static class PolicyReference
{
    /// <summary>The page as Markdown with a final newline, generated from the same table of keys that the reader and the schema
    /// use.</summary>
    /// <param name="vocabulary">Metrics and learners.</param>
    public static string Write(PolicyVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        MapShape language = PolicyLanguage.With(vocabulary);
        var page = new StringBuilder();
        page.Append(ReferenceTexts.Opening).Append("```yaml\n").Append(PolicyExample.Text).Append("```\n\n")
            .Append(ReferenceTexts.Notation);
        WritingSteps.Append(page, language, HasSection);

        page.Append("## Top level\n\n");
        KeyTable.Append(page, language);
        foreach (Key key in language.Keys) Section(page, vocabulary, key, key.Name, heading: "##");
        VocabularyTables.Append(page, vocabulary);
        page.Append(ReferenceTexts.Extending).Append(ReferenceTexts.Writing);
        return page.ToString();
    }

    /// <summary>Every key with its path, as <c>--set</c> takes it: <c>model.threshold</c>, <c>conditions[0].max</c>.</summary>
    /// <param name="vocabulary">Metrics and learners.</param>
    public static IReadOnlyList<string> Keys(PolicyVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        return [.. PolicyLanguage.With(vocabulary).Keys.SelectMany(key => Paths(key, key.Name))];
    }

    private static IEnumerable<string> Paths(Key key, string path)
    {
        if (MapOf(key.Shape) is not { } map) return [path];
        string below = IsList(key.Shape) ? $"{path}[0]" : path;
        // What may be one value instead of a map is set as that.
        bool isValue = key.Shape is EitherShape either && either.Forms.Any(form => form is NumberShape or OffShape);
        return [.. isValue ? [path] : Array.Empty<string>(), .. map.Keys.SelectMany(inner => Paths(inner, $"{below}.{inner.Name}"))];
    }

    private static bool IsList(Shape shape) => shape is ListShape
        || (shape is EitherShape either && IsList(either.Forms.First(form => MapOf(form) is not null)));

    /// <summary>A section for every key that holds a map, and below it for its own.</summary>
    private static void Section(StringBuilder page, PolicyVocabulary vocabulary, Key key, string path, string heading)
    {
        if (MapOf(key.Shape) is not { } map || path == "baseline" || path == "conditions.evidence") return;
        page.Append(heading).Append(' ').Append(KeyTable.Code(path)).Append("\n\n").Append(KeyTable.Cell(key.Description)).Append("\n\n");
        foreach (KeyRule rule in map.Rules) page.Append("- ").Append(ReferenceTexts.Sentence(rule)).Append('\n');
        if (map.Rules.Count > 0) page.Append('\n');
        KeyTable.Append(page, map);
        page.Append(ReferenceTexts.After(path, vocabulary));
        string below = heading.Length < 4 ? heading + "#" : heading;
        foreach (Key inner in map.Keys) Section(page, vocabulary, inner, $"{path}.{inner.Name}", below);
    }

    /// <summary>Whether a key of the top level has a section on the page.</summary>
    private static bool HasSection(Key key) => MapOf(key.Shape) is not null && key.Name != "baseline";

    private static MapShape? MapOf(Shape shape) => shape switch
    {
        MapShape map => map,
        ListShape list => MapOf(list.Item),
        EitherShape either => either.Forms.Select(MapOf).FirstOrDefault(map => map is not null),
        _ => null,
    };
}
