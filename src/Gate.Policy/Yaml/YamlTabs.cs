using Gate.Policy.Document;

namespace Gate.Policy.Yaml;

/// <summary>Finds tabs that stand where YAML wants spaces (https://yaml.org/spec/1.2.2/#61-indentation-spaces).</summary>
internal static class YamlTabs
{
    /// <summary>The first tab in an indentation from a line on; null where there is none. The parser names the place where it gave up,
    /// which may be the line before.</summary>
    public static Mark? After(string text, Mark at)
    {
        string[] lines = text.Split('\n');
        for (int line = at.Line - 1; line < lines.Length; line++)
        {
            int tab = lines[line].AsSpan().IndexOfAnyExcept(' ');
            if (tab >= 0 && lines[line][tab] == '\t') return new(line + 1, tab + 1);
        }
        return null;
    }
}
