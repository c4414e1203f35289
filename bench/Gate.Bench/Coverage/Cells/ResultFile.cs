using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gate.Bench.Coverage.Cells;

/// <summary>Results that only grow: one JSON line for some runs of a group of cells.</summary>
internal static class ResultFile
{
    private static readonly JsonSerializerOptions form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
        // Read by people and by this program, never put into a page.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Reads what is there; nothing where there is no file. A last line that was cut off by the end of a process is cut
    /// out.</summary>
    public static List<ResultLine> Open(string path)
    {
        if (!File.Exists(path)) return [];
        string text = File.ReadAllText(path);
        int end = text.LastIndexOf('\n') + 1;
        if (end < text.Length) File.WriteAllText(path, text = text[..end]);
        return Read(text);
    }

    public static List<ResultLine> Read(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<ResultLine>(line, form)!)];

    public static void Append(string path, ResultLine line) => File.AppendAllText(path, JsonSerializer.Serialize(line, form) + "\n");
}
