using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gate.Reporting.Remarks;

/// <summary>How remarks are written: JSON for people too, the same bytes on every machine.</summary>
internal static class RemarkJson
{
    private static readonly JsonSerializerOptions indented = new()
        { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Default };

    /// <summary>The text with a final newline and no mark of the byte order, which GitLab does not take.</summary>
    internal static string Text(JsonNode remarks) => remarks.ToJsonString(indented) + "\n";
}
