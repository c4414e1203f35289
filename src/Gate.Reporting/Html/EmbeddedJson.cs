using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gate.Evaluation.Results;

namespace Gate.Reporting.Html;

/// <summary>A result as JSON that can stand inside a script element: nothing in it can end the element or start a comment.</summary>
internal static class EmbeddedJson
{
    // Only strings can hold these characters, so escaping them after serialisation keeps the JSON the same.
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON of a result, without white space.</summary>
    internal static string Of(GateResult result) => Escape(JsonNode.Parse(ResultJson.Write(result))!.ToJsonString(Compact));

    /// <summary>JSON with &lt;, &gt;, &amp; and the line separators of JavaScript written as \uXXXX.</summary>
    internal static string Escape(string json)
    {
        var safe = new StringBuilder(json.Length + 64);
        foreach (char c in json)
        {
            if (c is '<' or '>' or '&' or '\u2028' or '\u2029')
                safe.Append("\\u").Append(((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
            else safe.Append(c);
        }
        return safe.ToString();
    }
}
