using System.Globalization;
using System.Text;
using Gate.Data;

namespace Gate.Tracking.Logging;

/// <summary>
/// The names under which MLflow keeps what Gate measures. The parts of a name (a column, a group, a metric) have <c>/</c> between, and what
/// MLflow does not allow in a part becomes <c>_</c>; two that would become one, also where only capitals differ, are told apart by a number
/// at the end. What was changed is kept, for a file beside the run.
/// </summary>
public sealed class MetricNames
{
    private readonly Dictionary<string, string> given = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    /// <summary>What the names that had to be changed stand for, by name.</summary>
    public IReadOnlyDictionary<string, string> Changed => names.Where(pair => pair.Key != pair.Value)
        .ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The name of something, the same each time.</summary>
    /// <param name="parts">Its parts: <c>group</c>, <c>sex</c>, <c>Female</c>, <c>recall</c>.</param>
    public string Of(params IReadOnlyList<string> parts)
    {
        string meant = string.Join('/', parts);
        // Two lists of parts can read the same where a part holds a slash: which they are is told by their lengths.
        string key = string.Join('/', parts.Select(part => part.Replace("/", "\u2215", StringComparison.Ordinal)));
        if (names.TryGetValue(key, out string? known)) return known;
        string wanted = Short(string.Join('/', parts.Select(Part)), meant), name = wanted;
        for (int i = 2; given.ContainsKey(name); i++) name = string.Create(CultureInfo.InvariantCulture, $"{wanted}_{i}");
        given[name] = key;
        names[key] = name;
        return name;
    }

    private static string Part(string part)
    {
        string clean = string.Concat(part.Select(c => StoredNames.IsOfName(c) ? c : '_')).Trim();
        return clean is "" or "." or ".." ? "_" : clean;
    }

    // The digest of what was meant keeps long names apart, and there is room for a number behind it.
    private static string Short(string name, string meant) => name.Length <= StoredNames.LongestKey - 4 ? name
        : $"{name[..(StoredNames.LongestKey - 21)].TrimEnd(' ', '/', '.')}_{Digest.Of(Encoding.UTF8.GetBytes(meant))[7..23]}";
}
