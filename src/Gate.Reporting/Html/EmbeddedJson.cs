using System.Buffers;
using System.Globalization;
using System.Text;
using Gate.Evaluation.Results;

namespace Gate.Reporting.Html;

/// <summary>A result as JSON that can stand inside a script element: nothing in it can end the element or start a comment.</summary>
internal static class EmbeddedJson
{
    private static readonly SearchValues<char> Harmful = SearchValues.Create("<>&\u2028\u2029");

    /// <summary>The JSON of a result, without white space.</summary>
    internal static string Of(GateResult result) => Escape(ResultJson.WriteCompact(result));

    /// <summary>JSON with &lt;, &gt;, &amp; and the line separators of JavaScript written as \uXXXX: only strings can hold these
    /// characters, so that the value stays the same.</summary>
    internal static string Escape(string json)
    {
        var safe = new StringBuilder(json.Length + 64);
        ReadOnlySpan<char> rest = json;
        for (int at = rest.IndexOfAny(Harmful); at >= 0; at = rest.IndexOfAny(Harmful))
        {
            safe.Append(rest[..at]).Append("\\u").Append(((int)rest[at]).ToString("X4", CultureInfo.InvariantCulture));
            rest = rest[(at + 1)..];
        }
        return safe.Append(rest).ToString();
    }
}
