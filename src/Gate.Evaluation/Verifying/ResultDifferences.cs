using System.Text.Json;

namespace Gate.Evaluation.Verifying;

/// <summary>Where two results differ.</summary>
public static class ResultDifferences
{
    /// <summary>The places where the bytes of two results say different things, as paths; empty where they are byte for byte the
    /// same.</summary>
    /// <param name="given">The result that is verified.</param>
    /// <param name="again">That of another run.</param>
    /// <param name="most">At most so many places.</param>
    public static IReadOnlyList<string> Of(ReadOnlySpan<byte> given, ReadOnlySpan<byte> again, int most)
    {
        if (given.SequenceEqual(again)) return [];
        var found = new List<string>();
        using JsonDocument one = JsonDocument.Parse(given.ToArray()), other = JsonDocument.Parse(again.ToArray());
        Compare(one.RootElement, other.RootElement, "", found, most);
        if (found.Count > 0) return found;
        int at = given.CommonPrefixLength(again);
        return [FormattableString.Invariant($"byte {at}: the same is written differently")];
    }

    private static void Compare(JsonElement one, JsonElement other, string path, List<string> found, int most)
    {
        if (found.Count >= most) return;
        if (one.ValueKind == JsonValueKind.Object && other.ValueKind == JsonValueKind.Object)
        {
            foreach (string name in one.EnumerateObject().Concat(other.EnumerateObject()).Select(member => member.Name).Distinct())
            {
                string below = path.Length == 0 ? name : $"{path}.{name}";
                if (one.TryGetProperty(name, out JsonElement a) && other.TryGetProperty(name, out JsonElement b))
                    Compare(a, b, below, found, most);
                else if (found.Count < most) found.Add($"{below}: only in one of them");
            }
        }
        else if (one.ValueKind == JsonValueKind.Array && other.ValueKind == JsonValueKind.Array
            && one.GetArrayLength() == other.GetArrayLength())
        {
            for (int i = 0; i < one.GetArrayLength(); i++)
                Compare(one[i], other[i], FormattableString.Invariant($"{path}[{i}]"), found, most);
        }
        else if (one.GetRawText() != other.GetRawText())
        {
            found.Add($"{path}: {Gate.Wording.Shown.Of(one.GetRawText())} in the result, {Gate.Wording.Shown.Of(other.GetRawText())} when "
                + "run again");
        }
    }
}
