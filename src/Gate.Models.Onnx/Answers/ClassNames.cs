using System.Globalization;
using Gate.Models.Onnx.Graphs;
using Gate.Wording;

namespace Gate.Models.Onnx.Answers;

/// <summary>Between the classes of a model and those of the data.</summary>
internal static class ClassNames
{
    /// <summary>The class that a model's name for it means: the same text, the same number (<c>1</c> and <c>1.0</c>), or 0 and 1 for false
    /// and
    /// true. -1 for none.</summary>
    public static int IndexOf(IReadOnlyList<string> classes, string name)
    {
        for (int code = 0; code < classes.Count; code++) if (classes[code] == name) return code;
        bool flags = classes.All(text => bool.TryParse(text, out _));
        for (int code = 0; code < classes.Count; code++)
        {
            if (flags && Flag(name) is { } flag && bool.Parse(classes[code]) == flag) return code;
            if (Number(classes[code]) is { } number && Number(name) == number) return code;
        }
        return -1;
    }

    /// <summary>For each of the model's classes, its code in the data.</summary>
    /// <exception cref="ModelException">The model knows a class that the data lack, or one twice.</exception>
    public static int[] Codes(IReadOnlyList<string> own, IReadOnlyList<string> classes)
    {
        int[] codes = [.. own.Select(name => IndexOf(classes, name))];
        string[] strange = [.. own.Where((_, i) => codes[i] < 0)];
        if (strange.Length > 0)
            throw new ModelException($"knows {(strange.Length == 1 ? "the class" : "the classes")} {Some(strange)}, and the label has "
                + $"{Some(classes)}; where they are the same under other names, say which is which, in the model's order "
                + $"({Some(own)}): 'classes: [ … ]'");
        return codes.Distinct().Count() == codes.Length ? codes : throw new ModelException($"has two names for one class: {Some(own)}");
    }

    /// <summary>Whether classes stand in the order in which tools sort them: by number where all are numbers, else by text.</summary>
    public static bool AreSorted(IReadOnlyList<string> classes)
    {
        bool numbers = classes.All(text => Number(text) is not null);
        for (int i = 1; i < classes.Count; i++)
            if (numbers ? Number(classes[i - 1]) > Number(classes[i]) : string.CompareOrdinal(classes[i - 1], classes[i]) > 0) return false;
        return true;
    }

    /// <summary>The names of classes that the graph carries behind an output; empty where it carries none, or several lists that
    /// differ.</summary>
    public static IReadOnlyList<string> Behind(OnnxGraph graph, string output)
    {
        var makers = new Dictionary<string, OnnxNode>(StringComparer.Ordinal);
        foreach (OnnxNode node in graph.Nodes)
            foreach (string made in node.Outputs) makers.TryAdd(made, node);
        var open = new Queue<string>([output]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        IReadOnlyList<string>? found = null;
        while (open.TryDequeue(out string? name))
        {
            if (!seen.Add(name) || !makers.TryGetValue(name, out OnnxNode? node)) continue;
            if (node.IsClassical && node.ClassLabels() is { Count: > 0 } labels)
            {
                if (found is not null && !found.SequenceEqual(labels)) return [];
                found = labels;
                continue;
            }
            foreach (string input in node.Inputs) open.Enqueue(input);
        }
        return found ?? [];
    }

    internal static string Some(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(6).Select(name => $"'{Shown.Of(name)}'")) + (names.Count > 6 ? ", …" : "");

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : null;

    private static bool? Flag(string text) => bool.TryParse(text, out bool flag) ? flag : Number(text) switch { 0 => false, 1 => true, _
        => null };
}
