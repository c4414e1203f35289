using System.Buffers;
using System.Globalization;
using System.Text;
using Gate.Wording;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Gate.Tracking.Files;

/// <summary>The <c>meta.yaml</c> files of MLflow's file store: maps of single values. What is written plainly is read by lines, which is
/// what a search of many runs has time for; everything else is left to a YAML parser.</summary>
internal static class FlatYaml
{
    /// <summary>Larger files are refused.</summary>
    public const long Most = 1 << 20;

    private static readonly SearchValues<char> notInKeys = SearchValues.Create("'\"#{}[]&*!|> ");

    /// <summary>The values by key; null stands for <c>null</c>, and for maps and lists.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="TrackingException">It is not there, too large, or no such map.</exception>
    public static Dictionary<string, string?> Read(string path)
    {
        string text = SmallFile.Read(path, Most);
        return ByLines(text) ?? Parsed(path, text).ToDictionary(pair => Key(pair), pair => pair.Value is YamlScalarNode
            { Value: not ("null" or "~" or "") } scalar ? scalar.Value : null, StringComparer.Ordinal);
    }

    /// <summary>The texts of a map below a key; empty where there is none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="key">The key.</param>
    /// <exception cref="TrackingException">As in <see cref="Read"/>.</exception>
    public static Dictionary<string, string> Below(string path, string key) =>
        Parsed(path, SmallFile.Read(path, Most)).FirstOrDefault(pair => Key(pair) == key).Value is not YamlMappingNode map ? []
            : map.Children.Where(pair => pair.Value is YamlScalarNode)
                .ToDictionary(pair => Key(pair), pair => ((YamlScalarNode)pair.Value).Value ?? "", StringComparer.Ordinal);

    /// <summary>The text of such a file, keys in order; a long stands for a number, null for null.</summary>
    public static string Write(IEnumerable<(string Key, object? Value)> values)
    {
        var text = new StringBuilder();
        foreach ((string key, object? value) in values.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            text.Append(key).Append(": ").Append(value switch
            {
                null => "null",
                long or int => string.Create(CultureInfo.InvariantCulture, $"{value}"),
                string[] => "[]",
                _ => Quoted((string)value),
            }).Append('\n');
        return text.ToString();
    }

    /// <summary>A text as YAML: in single quotes, or in double quotes where it has line breaks or control characters.</summary>
    public static string Quoted(string text) => text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff')
        ? $"\"{string.Concat(text.Select(Escaped))}\"" : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Escaped(char c) => c is '"' or '\\' ? $"\\{c}"
        : char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff' ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}")
        : c.ToString();

    /// <summary>The values where every line is a key with a value that needs no parser; else null.</summary>
    private static Dictionary<string, string?>? ByLines(string text)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            if (line.IsEmpty) continue;
            int colon = line.IndexOf(": ");
            if (colon <= 0 || !char.IsAsciiLetter(line[0]) || line[..colon].ContainsAny(notInKeys)) return null;
            ReadOnlySpan<char> value = line[(colon + 2)..].Trim();
            if (value is "null" or "[]" or "{}") values[line[..colon].ToString()] = null;
            else if (value.Length >= 2 && value[0] == '\'' && value[^1] == '\'' && value.Count('\'') == 2)
                values[line[..colon].ToString()] = value[1..^1].ToString();
            else if (IsPlain(value)) values[line[..colon].ToString()] = value.ToString();
            else return null;
        }
        return values;
    }

    private static bool IsPlain(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty || !(char.IsAsciiLetterOrDigit(value[0]) || value[0] is '/' or '.')) return false;
        foreach (char c in value)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('/' or '.' or '_' or '-' or ':')) return false;
        return value[^1] != ':';
    }

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Parsed(string path, string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException error)
        {
            throw new TrackingException(TrackingFault.Read, $"{path} is damaged: {Shown.OneLine(error.Message)}", error);
        }
        return stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode map ? map.Children
            : throw new TrackingException(TrackingFault.Read, $"{path} is damaged: it holds no map of keys");
    }

    private static string Key(KeyValuePair<YamlNode, YamlNode> pair) => (pair.Key as YamlScalarNode)?.Value ?? "";
}
