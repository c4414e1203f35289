using System.Buffers;
using Gate.Evaluation.Results;

namespace Gate.Reporting.Text;

/// <summary>A result as JSON that can stand inside a script element: nothing in it can end the element or start a comment, because strings
/// of <c>result.json</c> hold &lt;, &gt;, &amp; and everything beyond ASCII as \uXXXX.</summary>
internal static class EmbeddedJson
{
    private static readonly SearchValues<byte> Unsafe = SearchValues.Create("<>&"u8);

    /// <summary>The JSON of a result, without white space.</summary>
    internal static byte[] Of(GateResult result)
    {
        byte[] json = Compact(ResultJson.Utf8(result));
        return json.AsSpan().ContainsAny(Unsafe) ? throw new InvalidOperationException("the result's JSON could end its element") : json;
    }

    /// <summary>JSON without the white space between its parts.</summary>
    internal static byte[] Compact(ReadOnlySpan<byte> json)
    {
        byte[] compact = new byte[json.Length];
        int length = 0;
        bool inString = false;
        for (int i = 0; i < json.Length; i++)
        {
            byte c = json[i];
            if (!inString && (c is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')) continue;
            compact[length++] = c;
            if (c == '"') inString = !inString;
            else if (inString && c == '\\') compact[length++] = json[++i];
        }
        return compact[..length];
    }
}
